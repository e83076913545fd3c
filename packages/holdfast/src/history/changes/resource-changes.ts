import type { DraftContract } from "../../contract/draft-contract.js";
import { type Form, formKey } from "../../contract/forms.js";
import { literalKind } from "../../definition/kinds/scalars.js";
import { captureOrigin, type Origin } from "../../definition/location.js";
import { parsePath } from "../../definition/path.js";
import type { ResourceDefinition } from "../../definition/resource.js";
import { type Change, ChangeProblem, type ChangeScope, type Edits, unfit } from "../change.js";
import { requireNotLoaded } from "../guard-on.js";
import { fieldWithin, shownValues } from "../shown-values.js";

/** Names that hang on what a field of the resource shows. */
export interface FormsByField {
  /** The field, in the names that this version gave it: `type`, `details.kind`. */
  readonly by: string;
  /** The field's values, as this version shows them, and what such a resource was called. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * A resource was called something else. Its `object`, where that says what it is, said so too;
 * ids, and what refers to it, are as they were. Several that had one name were one resource.
 *
 * With names that hang on a field, what is one resource today was several: each has a shape of its
 * own, which changes address with `formOf`. What is said of the resource is said of each of them.
 *
 * @example
 * resourceWas(payout, "transfer")
 * resourceWas(source, { by: "type", names: { card: "card", bank: "bank_account" } })
 */
export function resourceWas(of: ResourceDefinition, name: string | FormsByField): Change {
  return resourceChange(of, captureOrigin(resourceWas), (scope) =>
    typeof name === "string" ? renamed(of, name, scope) : divided(of, name, scope),
  );
}

/**
 * Several resources were one: each shows what it shows, under one name.
 *
 * @example
 * resourcesWere([card, bankAccount], "payment_method")
 */
export function resourcesWere(all: readonly ResourceDefinition[], name: string): readonly Change[] {
  return all.map((of) =>
    resourceChange(of, captureOrigin(resourcesWere), (scope) => renamed(of, name, scope)),
  );
}

function resourceChange(
  of: ResourceDefinition,
  origin: Origin,
  resolve: (scope: ChangeScope) => Edits,
): Change {
  return {
    kind: "resource",
    subject: of.name,
    origin,
    resolve(scope) {
      const resource = scope.draft.resources.get(of.name);
      if (!resource) throw new ChangeProblem("unknown_subject", {});
      for (const other of resource.via ?? []) {
        if (other !== scope.gate) scope.dependencies.add(other);
      }
      scope.claim(of, "resource name");
      return resolve(scope);
    },
  };
}

function renamed(of: ResourceDefinition, name: string, { draft, gate }: ChangeScope): Edits {
  const all = draft.objects({ resource: of.name });
  return {
    edit: () => {
      for (const one of all) sayObject(draft, one.name, name, gate);
    },
  };
}

/** Gives a shape its name, and its `object` too where that is its name today. */
function sayObject(draft: DraftContract, key: string, name: string, gate: string): void {
  const resource = draft.resources.get(key);
  if (!resource) return;
  draft.resources.change(key, { name, via: [...(resource.via ?? []), gate] });
  const object = draft.resources.object(key)?.find("object");
  const called = resource.name ?? resource.definition.name;
  if (!object || object.kind.constant?.value !== called) return;
  object.info = { ...object.info, kind: literalKind(name) };
  object.value = { op: "constant", value: name };
  object.via.add(gate);
}

function divided(of: ResourceDefinition, { by, names }: FormsByField, scope: ChangeScope): Edits {
  const { draft, gate } = scope;
  const path = parsePath(by);
  const places = draft
    .objects({ resource: of.name })
    .filter(({ name }) => !Object.values(names).some((form) => name === formOfPlace(name, form)));
  const made = places.flatMap(({ name: key, object }) => {
    const field = fieldWithin(object, path) ?? unfit(`${of.name} has no ${by} now`);
    requireNotLoaded(of, field.value, by);
    for (const other of field.via) if (other !== gate) scope.dependencies.add(other);
    const forms = Object.entries(names).map(([is, name]): Form => {
      if (!shownValues(field).includes(is)) unfit(`${of.name} has no ${by} that may be ${is}`);
      return { name, is, value: field.value, key: draft.resources.addForm(key, name) };
    });
    return [{ key, forms }];
  });
  return {
    edit: () => {
      for (const { key, forms } of made) {
        for (const form of forms) sayObject(draft, form.key, form.name, gate);
        const newer = draft.resources.get(key);
        // What a newer version says of a record goes before: its forms are divided in their turn.
        draft.resources.change(key, {
          forms: [...(newer?.forms ?? []), ...forms],
          via: [...(newer?.via ?? []), gate],
        });
      }
    },
  };
}

function formOfPlace(key: string, form: string): string {
  return formKey(key.replace(/@?:[^:]*$/, ""), form);
}
