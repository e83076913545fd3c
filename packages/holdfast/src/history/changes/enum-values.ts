import { enumKind } from "../../definition/kinds/text.js";
import { fieldAt } from "../address.js";
import { unfit } from "../change.js";
import type { FieldVerb } from "../field.js";

/**
 * Values of an enum have other names now: old name → today's name.
 *
 * @example
 * field(charge, "status", valuesRenamed({ paid: "succeeded" }))
 */
export function valuesRenamed(names: Readonly<Record<string, string>>): FieldVerb {
  const oldOf = new Map(Object.entries(names).map(([old, today]) => [today, old]));
  return enumVerb("values_renamed", (values) => {
    for (const today of oldOf.keys()) {
      if (!(today in values)) unfit(`${today} is no value of it`);
    }
    return {
      older: Object.fromEntries(
        Object.entries(values).map(([value, meaning]) => [oldOf.get(value) ?? value, meaning]),
      ),
      down: oldOf,
      up: new Map(Object.entries(names)),
    };
  });
}

/**
 * An enum has values now that older versions do not know: new value → what older versions see.
 *
 * @example
 * field(dispute, "status", valuesAdded({ warning_closed: "won" }))
 */
export function valuesAdded(seenAs: Readonly<Record<string, string>>): FieldVerb {
  return enumVerb("values_added", (values) => {
    for (const [added, seen] of Object.entries(seenAs)) {
      if (!(added in values)) unfit(`${added} is no value of it`);
      if (!(seen in values) || seen in seenAs) unfit(`older versions do not know ${seen} either`);
    }
    return {
      older: Object.fromEntries(Object.entries(values).filter(([value]) => !(value in seenAs))),
      down: new Map(Object.entries(seenAs)),
      up: new Map(),
    };
  });
}

interface EnumChange {
  readonly older: Readonly<Record<string, string>>;
  readonly down: ReadonlyMap<string, string>;
  readonly up: ReadonlyMap<string, string>;
}

function enumVerb(
  kind: string,
  change: (values: Readonly<Record<string, string>>) => EnumChange,
): FieldVerb {
  return {
    kind,
    resolve(address) {
      const field = fieldAt(address);
      if (field.kind.name !== "enum") unfit("it is not an enum");
      const { older, down, up } = change(field.kind.values ?? {});
      const map = (names: ReadonlyMap<string, string>) => (value: unknown) =>
        names.get(value as string) ?? value;
      return {
        edit: () => {
          field.info = { ...field.info, kind: enumKind(older) };
          field.value = { op: "apply", from: [field.value], fn: map(down) };
          if (up.size > 0) field.conversions = [map(up), ...field.conversions];
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}
