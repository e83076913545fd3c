import { given } from "../../definition/expr.js";
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
import { unchanged } from "../conversions/combined.js";
import { type Conversion, convertField, olderDefault } from "../conversions/conversion.js";
import { requireDescribed } from "../described.js";
import type { FieldVerb } from "../field.js";
import { guarded } from "../guarded.js";

/**
 * It was of another type; `was` describes it as it was, and `how` says how the values of the two
 * sides follow from each other. With `now`, it also had another name than the one that it has now;
 * with `from`, it followed from fields that are there now, or that the definition keeps.
 *
 * @example
 * field(charge, "disputed", wasOfType(t.boolean().describe("…"), isPresent(), { now: "dispute" }))
 */
export function wasOfType(
  was: AnyType,
  how: Conversion = unchanged(),
  { now, from }: { readonly now?: string; readonly from?: readonly string[] } = {},
): FieldVerb {
  return {
    kind: "retyped",
    ...(now === undefined && from === undefined && { follows: "values" }),
    resolve(address) {
      const field = now === undefined ? fieldAt(address) : siblingAt(address, now);
      const sources = from?.map((name) => valueAt(address, name)) ?? [field];
      const moved = now === undefined ? {} : relocate(address, field);
      requireDescribed({
        ...was.info,
        description: was.info.description ?? field.info.description,
      });
      claim(address, field, "type");
      const converted = how.between({
        today: sources.map(({ info }) => info),
        before: was.info,
      });
      const isParam = "method" in address.owner;
      if (isParam && !converted.up) unfit("what older callers send cannot be told as today's");
      if (!isParam && !converted.down) unfit("what older versions see cannot be told");
      const values = sources.map(({ value }) => value);
      return {
        ...moved,
        edit: () => {
          moved.edit?.();
          const before = field.info.default;
          field.retype(was.info);
          field.info = guarded(field.info, sources);
          if (was.info.optional && was.info.default === undefined && before !== undefined) {
            field.info = { ...field.info, default: olderDefault(before, converted) };
          }
          const { constant } = was.info.kind;
          convertField(field, address.scope.gate, converted, { values, names: from ?? [] });
          if (constant) field.value = { op: "constant", value: constant.value };
        },
      };
    },
  };
}

/**
 * It followed from other fields that are there now, and is gone: older versions show it computed
 * from them. The paths are in today's names. A literal follows from nothing.
 *
 * @example
 * field(bankAccount, "verified", wasComputed(t.boolean().describe("…"), isOneOf("verified"), {
 *   from: ["status"],
 * }))
 */
export function wasComputed(
  was: AnyType,
  how: Conversion = unchanged(),
  { from }: { readonly from: readonly string[] } = { from: [] },
): FieldVerb {
  return {
    kind: "computed",
    resolve(address) {
      const sources = from.map((name) => valueAt(address, name));
      requireDescribed(was.info);
      if ("method" in address.owner)
        unfit("a param cannot be computed: today's API has no place for it");
      const { constant } = was.info.kind;
      if (sources.length === 0 && !constant) unfit("only a literal follows from nothing");
      const converted = constant
        ? { down: given, loss: {}, says: "Always the same." }
        : how.between({ today: sources.map(({ info }) => info), before: was.info });
      if (!converted.down) unfit("what older versions see cannot be told");
      const order = parentBefore(address)?.find(from[0] ?? "")?.order;
      const { scope } = address;
      const name = lastOf(address.path);
      return {
        place: () => {
          const parent = parentOf(address);
          const field = parent.add({
            name,
            info: guarded(
              { ...was.info, kind: was.info.kind.detached?.() ?? was.info.kind },
              sources,
            ),
            value: { op: "constant", value: constant?.value },
            target: address.path,
            conversions: [],
            steps: [],
            via: [],
            order: order ?? Number.MAX_SAFE_INTEGER,
            missingStatus: undefined,
          });
          const values = sources.map(({ value }) => value);
          convertField(
            field,
            scope.gate,
            converted,
            constant ? undefined : { values, names: from },
          );
          arrive(scope, parent, name);
        },
      };
    },
  };
}
