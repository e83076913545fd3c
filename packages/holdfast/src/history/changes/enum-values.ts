import { enumKind } from "../../definition/kinds/text.js";
import { type Address, claim, fieldAt } from "../address.js";
import { unfit } from "../change.js";
import type { FieldVerb } from "../field.js";

type Values = Readonly<Record<string, string>>;

/**
 * Values of an enum have other names now: old name → today's name.
 *
 * @example
 * field(charge, "status", valuesRenamed({ paid: "succeeded" }))
 */
export function valuesRenamed(names: Values): FieldVerb {
  const oldOf = new Map(Object.entries(names).map(([old, today]) => [today, old]));
  return {
    kind: "values_renamed",
    resolve(address) {
      const { field, values } = enumAt(address, "values_renamed");
      for (const today of Object.values(names)) {
        if (!(today in values)) unfit(`${today} is no value of it`);
      }
      for (const old of Object.keys(names)) {
        if (old in values && !oldOf.has(old)) unfit(`${old} is still a value of it`);
      }
      if (oldOf.size < Object.keys(names).length) unfit("two values cannot become one");
      return {
        // Last, so that all other changes of the version can speak of today's values.
        place: () => {
          const older = Object.entries(field.kind.values ?? {});
          const kind = enumKind(
            Object.fromEntries(
              older.map(([value, meaning]) => [oldOf.get(value) ?? value, meaning]),
            ),
          );
          field.info = { ...field.info, kind };
          field.value = { op: "apply", from: [field.value], fn: mapped(oldOf) };
          field.conversions = [mapped(new Map(Object.entries(names))), ...field.conversions];
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

/**
 * An enum has values now that older versions do not know: new value → what older versions see.
 *
 * @example
 * field(dispute, "status", valuesAdded({ warning_closed: "won" }))
 */
export function valuesAdded(seenAs: Values): FieldVerb {
  return {
    kind: "values_added",
    resolve(address) {
      const { field, values } = enumAt(address, "values_added");
      for (const [added, seen] of Object.entries(seenAs)) {
        if (!(added in values)) unfit(`${added} is no value of it`);
        if (!(seen in values) || seen in seenAs) unfit(`older versions do not know ${seen} either`);
      }
      return {
        edit: () => {
          const older = Object.entries(values).filter(([value]) => !(value in seenAs));
          field.info = { ...field.info, kind: enumKind(Object.fromEntries(older)) };
          const down = mapped(new Map(Object.entries(seenAs)));
          field.value = { op: "apply", from: [field.value], fn: down };
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

function enumAt(address: Address, aspect: string) {
  const field = fieldAt(address);
  if (field.kind.name !== "enum") unfit("it is not an enum");
  claim(address, field, aspect);
  return { field, values: field.kind.values ?? {} };
}

function mapped(names: ReadonlyMap<string, string>): (value: unknown) => unknown {
  return (value) => names.get(value as string) ?? value;
}
