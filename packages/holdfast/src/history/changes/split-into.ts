import type { DraftField } from "../../contract/draft.js";
import { constant, type Expr, given, piped } from "../../definition/expr.js";
import type { ParamPart } from "../../definition/shape.js";
import type { AnyType } from "../../definition/type.js";
import { arrive, claim, lastOf, parentOf, requireSameRecord, siblingAt } from "../address.js";
import { unfit } from "../change.js";
import type { Conversion, Converted } from "../conversions/conversion.js";
import { requireDescribed } from "../described.js";
import type { FieldVerb } from "../field.js";
import { guarded } from "../guarded.js";
import { unchanged } from "../unchanged.js";

/**
 * It is several fields now, which older versions do not have: `names` are theirs today, and `how`
 * makes one value of theirs. A param of older callers is made into all of them.
 *
 * @example
 * field(person, "name", splitInto(["first_name", "last_name"], partsJoined(" "),
 *   t.string().describe("Both names.")))
 */
export function splitInto(names: readonly string[], how: Conversion, was: AnyType): FieldVerb {
  return {
    kind: "split",
    resolve(address) {
      if (names.length < 2) unfit("it is one field now: that is another type, or another name");
      const { scope } = address;
      const name = lastOf(address.path);
      const fields = names.map((one) => siblingAt(address, one));
      const isParam = "method" in address.owner;
      requireDescribed(was.info);
      for (const field of fields) claim(address, field, "name");
      const converted = how.between({
        today: fields.map(({ info }) => info),
        before: was.info,
      });
      const { up } = converted;
      if (isParam && !up) unfit("what older callers send cannot be told as today's");
      if (!isParam && !converted.down) unfit("what older versions see cannot be told");
      const parent = parentOf(address);
      for (const field of fields) requireSameRecord(parent, field.parent);
      const made = scope.draft.names.bringBack(parent, { name, gate: scope.gate }, () => {
        const parts = up && isParam ? partsOf(fields, up) : [];
        const info = guarded(
          { ...was.info, kind: was.info.kind.detached?.() ?? was.info.kind },
          fields,
        );
        return {
          name,
          info: isParam ? { ...info, optional: fields.every((one) => one.info.optional) } : info,
          value: converted.down
            ? piped(
                fields.map(({ value }) => value),
                converted.down,
              )
            : nothing,
          target: parts[0]?.target ?? address.path,
          ...(isParam && { parts }),
          conversions: [],
          steps: [{ gate: scope.gate, ...oneWay(converted, isParam) }],
          via: fields.flatMap(({ via }) => [...via]),
          order: Math.min(...fields.map(({ order }) => order)),
          missingStatus: fields[0]?.missingStatus,
          link: undefined,
        };
      });
      const check = unchanged(fields, scope.gate);
      return {
        edit: () => {
          for (const field of fields) {
            field.parent.free(field.name, scope.gate);
            field.parent.remove(field);
          }
        },
        place: () => {
          parent.fields.push(made);
          arrive(scope, parent, name);
        },
        check,
      };
    },
  };
}

/** Older callers' one value is made into several, and not back again. */
function oneWay({ up, down, ...said }: Converted, isParam: boolean): Converted {
  return { ...said, ...(isParam ? up && { up } : down && { down }) };
}

const nothing = constant(undefined);

/** What each of the fields takes of the list that older callers' value is made into. */
function partsOf(fields: readonly DraftField[], up: Expr): ParamPart[] {
  return fields.flatMap(({ target, conversions, parts, join }, index) => {
    if (join) unfit("one of its fields is itself a part of another one");
    const own = [piped([up], { op: "at", of: given, key: index }), ...conversions];
    return parts
      ? parts.map((part) => ({ ...part, conversions: [...own, ...part.conversions] }))
      : [{ target, conversions: own }];
  });
}
