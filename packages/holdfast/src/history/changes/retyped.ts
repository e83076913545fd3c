import type { AnyType } from "../../definition/type.js";
import {
  arrive,
  claim,
  fieldAt,
  lastOf,
  parentBefore,
  parentOf,
  relocate,
  siblingAt,
  valueAt,
} from "../address.js";
import { unfit } from "../change.js";
import { requireDescribed } from "../described.js";
import type { FieldVerb } from "../field.js";

/** How values of the two sides of a change follow from each other. Both are pure. */
export interface Conversion {
  /** Today's value as older versions show it. Left out: it is the same value. */
  readonly down?: (...values: never[]) => unknown;
  /** Fields that the older value follows from, where it is not the field itself. */
  readonly from?: readonly string[];
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
  { now, from, down, up }: Conversion & { readonly now?: string } = {},
): FieldVerb {
  return {
    kind: "retyped",
    resolve(address) {
      const field = now === undefined ? fieldAt(address) : siblingAt(address, now);
      const sources = from?.map((name) => valueAt(address, name)) ?? [field.value];
      const moved = now === undefined ? {} : relocate(address, field);
      requireDescribed({
        ...was.info,
        description: was.info.description ?? field.info.description,
      });
      claim(address, field, "type");
      return {
        ...moved,
        edit: () => {
          moved.edit?.();
          field.retype(was.info);
          field.via.add(address.scope.gate);
          const { constant } = was.info.kind;
          if (constant) field.value = { op: "constant", value: constant.value };
          if (down || from) field.value = { op: "apply", from: sources, fn: down ?? itself };
          if (up) field.conversions = [up as (value: unknown) => unknown, ...field.conversions];
        },
      };
    },
  };
}

const itself = (value: never): unknown => value;

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
      const sources = from.map((name) => valueAt(address, name));
      requireDescribed(was.info);
      if ("method" in address.owner)
        unfit("a param cannot be computed: today's API has no place for it");
      const order = parentBefore(address)?.find(from[0] ?? "")?.order;
      const { scope } = address;
      const name = lastOf(address.path);
      return {
        place: () => {
          const parent = parentOf(address);
          parent.add({
            name,
            info: { ...was.info, kind: was.info.kind.detached?.() ?? was.info.kind },
            value: { op: "apply", from: sources, fn: down },
            target: address.path,
            conversions: [],
            via: [scope.gate],
            order: order ?? Number.MAX_SAFE_INTEGER,
            missingStatus: undefined,
          });
          arrive(scope, parent, name);
        },
      };
    },
  };
}
