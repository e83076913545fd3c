import { constant, type Expr, given } from "../../definition/expr.js";
import { unfit } from "../change.js";
import { type Conversion, nullStays, quoted, when } from "./conversion.js";

/**
 * It was one member of today's object. What older callers send becomes that member; `others` are
 * the members that it then has beside it.
 *
 * @example
 * field(event, "request", wasOfType(t.string().nullable().describe("…"), oneMember("id")))
 */
export function oneMember(
  name: string,
  others: Readonly<Record<string, unknown>> = {},
): Conversion {
  return {
    between({ today: [today] }) {
      const fields = today?.kind.shape?.fields;
      if (fields && !fields.has(name)) unfit(`it has no ${name}`);
      const lost = [...(fields?.values() ?? [])].filter(
        (one) => one.name !== name && !(one.name in others && isOnlyValue(one.info.kind)),
      );
      const members = Object.entries({ ...others }).map(
        ([other, value]) => [other, constant(value)] as const,
      );
      const object: Expr = { op: "object", members: [...members, [name, given]] };
      return {
        down: { op: "at", of: given, key: name },
        up: when([nullStays], object),
        loss: lost.length === 0 ? {} : { shown: lost.map((one) => quoted(one.name)).join(", ") },
        says: `Its ${quoted(name)}.`,
      };
    },
  };
}

/** Whether there is only one value that something of this kind may have. */
function isOnlyValue({ constant: only, values }: { constant?: unknown; values?: object }): boolean {
  return only !== undefined || (values !== undefined && Object.keys(values).length === 1);
}

/**
 * It held only ids of one kind, which start with a prefix and an underscore; null for all others.
 *
 * @example
 * field(customer, "default_card", wasComputed(t.string().nullable().describe("…"), onlyIdsOf("card"), {
 *   from: ["default_source"],
 * }))
 */
export function onlyIdsOf(prefix: string): Conversion {
  return {
    between: () => ({
      down: {
        op: "match",
        of: { op: "starts", of: given, prefix: `${prefix}_` },
        cases: [[true, given]],
        otherwise: constant(null),
      },
      up: given,
      loss: { shown: "ids of anything else" },
      says: `The id, where it starts with ${quoted(`${prefix}_`)}.`,
    }),
  };
}
