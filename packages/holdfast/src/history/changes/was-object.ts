import type { DraftField, DraftObject } from "../../contract/draft.js";
import { constant, type Expr } from "../../definition/expr.js";
import { emptyObjectKind } from "../../definition/kinds/containers.js";
import type { ShapeField } from "../../definition/shape.js";
import { typeOf } from "../../definition/type.js";
import { type Address, arrive, claim, lastOf, parentOf } from "../address.js";
import { unfit } from "../change.js";
import type { FieldVerb } from "../field.js";

/** When an object of older versions is null. */
export interface ObjectWas {
  /**
   * `"never"` (it is always there, whatever its members are), or `"without members"`: where all of
   * them are null. As a param, null then unsets all of them.
   */
  readonly null?: "never" | "without members";
}

/**
 * Its members stood in an object that is gone: older versions have it again. What stood in it is
 * moved there by changes of its own, from wherever it is now.
 *
 * As a param it may be left out if all its members may; that leaves them as they are.
 *
 * @example
 * field(charge, "card", wasObject("The card that was charged.")),
 * field(charge, "card.last4", renamedTo(".card_last4")),
 */
export function wasObject(
  description: string,
  { null: when = "never" }: ObjectWas = {},
): FieldVerb {
  return {
    kind: "object",
    resolve(address) {
      const { scope } = address;
      const parent = parentOf(address);
      const name = lastOf(address.path);
      const field = scope.draft.names.bringBack(parent, { name, gate: scope.gate }, () =>
        objectField(name, description, when === "without members"),
      );
      claim(address, field, "object");
      if (field.inner) field.inner.isBroughtBack = true;
      if (description.trim() === "") unfit("its older object has no description");
      return {
        edit: () => {
          parent.fields.push(field);
        },
        place: () => arrive(scope, parent, name),
        check: () => settle(field, address, when === "without members"),
      };
    },
  };
}

function objectField(name: string, description: string, nullable: boolean): ShapeField {
  const { info } = typeOf(emptyObjectKind).describe(description);
  return {
    name,
    info: { ...info, nullable },
    value: constant({}),
    target: [],
    conversions: [],
    steps: [],
    via: [],
    order: Number.MAX_SAFE_INTEGER,
    missingStatus: undefined,
  };
}

/** What of the object follows from its members, once they have come. */
function settle(field: DraftField, { owner }: Address, nullable: boolean): void {
  const members = membersOf(field.inner);
  if (members.length === 0) unfit("nothing stands in it: move its members into it");
  const isParam = "method" in owner;
  if (nullable && isParam && members.some(({ info }) => !info.nullable)) {
    unfit("it cannot be null, because not all of its members can");
  }
  field.order = Math.min(...members.map(({ order }) => order));
  field.info = { ...field.info, optional: isParam && members.every(({ info }) => info.optional) };
  if (nullable) field.value = thereIfAny(members.map(({ value }) => value));
}

/** The fields at the ends of an object, through those that older versions have again. */
function membersOf(object: DraftObject | undefined): DraftField[] {
  return (object?.fields ?? []).flatMap((field) =>
    field.target.length === 0 ? membersOf(field.inner) : [field],
  );
}

/** An empty object where one of the values is there, else null. */
function thereIfAny(values: readonly Expr[]): Expr {
  return values.reduceRight<Expr>(
    (rest, of) => ({ op: "match", of, cases: [[null, rest]], otherwise: constant({}) }),
    constant(null),
  );
}
