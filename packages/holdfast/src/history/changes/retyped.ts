import type { AnyType } from "../../definition/type.js";
import { fieldAt, lastOf, parentOf, siblingAt } from "../address.js";
import type { FieldVerb } from "../field.js";

/** How values of the two sides of a change follow from each other. Both are pure. */
export interface Conversion {
  /** Today's value as older versions show it. Left out: it is the same value. */
  readonly down?: (value: never) => unknown;
  /** What an older version sent, as today's. Left out: it is the same value. */
  readonly up?: (value: never) => unknown;
}

/**
 * It was of another type; `was` describes it as it was. With `now`, it also had another name than
 * the one that it has now.
 *
 * @example
 * field(charge, "disputed", wasOfType(t.boolean().describe("…"), {
 *   now: "dispute", down: (dispute: string | null) => dispute !== null,
 * }))
 */
export function wasOfType(
  was: AnyType,
  { now, down, up }: Conversion & { readonly now?: string } = {},
): FieldVerb {
  return {
    kind: "retyped",
    resolve(address) {
      const field = now === undefined ? fieldAt(address) : siblingAt(address, now);
      return {
        edit: () => {
          const { info } = field;
          field.retype({ ...was.info, description: was.info.description ?? info.description });
          field.name = lastOf(address.path);
          field.via.add(address.scope.gate);
          if (down) field.value = { op: "apply", from: [field.value], fn: down };
          if (up) field.conversions = [up as (value: unknown) => unknown, ...field.conversions];
        },
      };
    },
  };
}

/**
 * It followed from other fields that are there now, and is gone: older versions show it computed
 * from them. The paths are in today's names.
 *
 * @example
 * field(bankAccount, "verified", wasComputed(t.boolean().describe("…"), {
 *   from: ["status"], down: (status: string) => status === "verified",
 * }))
 */
export function wasComputed(
  was: AnyType,
  {
    from,
    down,
  }: { readonly from: readonly string[]; readonly down: (...values: never[]) => unknown },
): FieldVerb {
  return {
    kind: "computed",
    resolve(address) {
      const sources = from.map((name) => siblingAt(address, name));
      const parent = parentOf(address);
      const { gate } = address.scope;
      return {
        edit: () => {
          parent.add({
            name: lastOf(address.path),
            info: was.info,
            value: { op: "apply", from: sources.map((field) => field.value), fn: down },
            target: address.path,
            conversions: [],
            via: [gate],
            order: sources[0]?.order ?? 0,
            missingStatus: undefined,
          });
        },
      };
    },
  };
}
