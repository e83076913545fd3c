import type { ErrorSubject } from "../../definition/error-at.js";
import { constant, given, piped } from "../../definition/expr.js";
import { captureOrigin } from "../../definition/location.js";
import type { MethodDefinition } from "../../definition/method.js";
import { parsePath } from "../../definition/path.js";
import type { ResourceDefinition } from "../../definition/resource.js";
import type { JoinGroup, Loss } from "../../definition/shape.js";
import type { Fields } from "../../definition/type.js";
import { arrive, claim, lastOf, parentOf, requireSameRecord, siblingAt } from "../address.js";
import { type Change, unfit } from "../change.js";
import type { Conversion } from "../conversions/conversion.js";
import { requireDescribed } from "../described.js";
import { type FieldVerb, fieldChange } from "../field.js";
import { guarded } from "../guarded.js";
import { unchanged } from "../unchanged.js";

/** What holds for params of which only some are given. */
export interface MergedParams {
  /** What a param stands for that is left out while others are given. Unsaid: it is missing. */
  readonly missing?: { readonly as: unknown };
}

/**
 * Several fields, or params, are one now: `were` describes each as it was, by its path, `into` is
 * the name of what they are today, and `how` makes one value of theirs. Older versions show all of
 * them; what older callers send of them becomes one value.
 *
 * Params that are all left out leave it as it is. Where only some are given, the others are
 * missing, unless `missing` says what they stand for.
 *
 * @example
 * merged(createPerson, {
 *   first_name: t.string().describe("The first name."),
 *   last_name: t.string().describe("The last name."),
 * }, "name", partsJoined(" "))
 */
export function merged(
  of: ResourceDefinition | ErrorSubject | MethodDefinition,
  were: Fields,
  into: string,
  how: Conversion,
  { missing }: MergedParams = {},
): Change {
  const [first = ""] = Object.keys(were);
  const verb = mergedInto(into, were, how, missing ?? "refused");
  return fieldChange(of, first, verb, captureOrigin(merged));
}

function mergedInto(
  name: string,
  were: Fields,
  how: Conversion,
  missing: JoinGroup["missing"],
): FieldVerb {
  return {
    kind: "merged",
    resolve(address) {
      const { scope } = address;
      const field = siblingAt(address, name);
      const old = Object.entries(were).map(([path, { info }]) => ({ path: parsePath(path), info }));
      const isParam = "method" in address.owner;
      if (old.length < 2) unfit("there was only one: that is another type, or another name");
      for (const { info } of old) requireDescribed(info);
      claim(address, field, "name");
      const parts = old.map(({ info }) => info);
      const { down, up, loss, says } = how.between({ today: parts, before: field.info });
      if (isParam && !down) unfit("what older callers send cannot be told as today's");
      if (!isParam && !up) unfit("what older versions see cannot be told");
      if (isParam && field.parts) unfit("it is itself made into several");
      const parents = old.map(({ path }) => parentOf({ ...address, path }));
      for (const parent of parents) requireSameRecord(parent, field.parent);
      const group: JoinGroup = {
        target: field.target,
        count: old.length,
        to: down ?? given,
        conversions: field.conversions,
        missing,
      };
      const made = old.map(({ path, info }, index) => {
        const parent = parents[index] ?? field.parent;
        const name = lastOf(path);
        const member = scope.draft.names.bringBack(parent, { name, gate: scope.gate }, () => {
          const was = guarded({ ...info, kind: info.kind.detached?.() ?? info.kind }, [field]);
          const shown = up && piped([up], { op: "at", of: given, key: index });
          return {
            name,
            info: isParam
              ? { ...was, optional: field.info.optional || missing !== "refused" }
              : was,
            value: shown ? piped([field.value], shown) : constant(undefined),
            target: field.target,
            ...(isParam && { join: { group, index } }),
            conversions: [],
            steps: [{ gate: scope.gate, says, loss: swapped(loss), ...(shown && { down: shown }) }],
            via: [...field.via],
            order: field.order,
            missingStatus: field.missingStatus,
            link: undefined,
          };
        });
        return { parent, member };
      });
      const check = unchanged([field], scope.gate);
      return {
        edit: () => {
          field.parent.free(field.name, scope.gate);
          field.parent.remove(field);
        },
        place: () => {
          for (const { parent, member } of made) {
            parent.fields.push(member);
            arrive(scope, parent, member.name);
          }
        },
        check,
      };
    },
  };
}

// The conversion goes the other way than the change: its older side is today's.
function swapped({ shown, sent }: Loss): Loss {
  return {
    ...(sent !== undefined && { shown: sent }),
    ...(shown !== undefined && { sent: shown }),
  };
}
