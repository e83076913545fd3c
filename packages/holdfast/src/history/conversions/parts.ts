import { type Expr, given } from "../../definition/expr.js";
import type { FieldInfo } from "../../definition/type.js";
import { unfit } from "../change.js";
import { type Conversion, listed, quoted, unlessNull } from "./conversion.js";

/**
 * One text of several: with a separator between those that are not null. Told back, the last one
 * holds the rest.
 *
 * @example
 * field(person, "name", splitInto(["first_name", "last_name"], partsJoined(" "), t.string().describe("…")))
 */
export function partsJoined(separator: string): Conversion {
  return {
    between({ today, before }) {
      if (separator === "") unfit("texts without a separator cannot be told apart again");
      const text: Expr = { op: "join", of: list(today.length), separator };
      return {
        down: absentIsKept(before) ? text : unlessNull(text, before.nullable ? null : ""),
        up: { op: "split", of: given, separator, limit: today.length },
        loss: {
          shown: `which of the texts a ${quoted(separator)} within one of them belongs to`,
          sent: "how many of them there were, where one is empty or null",
        },
        says: `The texts, with ${quoted(separator)} between them.`,
      };
    },
  };
}

/** Whether what older versions have of texts that are all absent may be absent too. */
function absentIsKept({ nullable, optional }: FieldInfo): boolean {
  return nullable && optional;
}

/**
 * One list of several values, in their order; those that are null stay null.
 *
 * @example
 * field(address, "lines", splitInto(["line1", "line2"], partsListed(), t.list(t.string()).describe("…")))
 */
export function partsListed(): Conversion {
  return {
    between({ today }) {
      return {
        down: list(today.length),
        up: given,
        loss: { sent: `items after the first ${listed([today.length], "and")}` },
        says: "The values, as one list.",
      };
    },
  };
}

function list(count: number): Expr {
  return {
    op: "list",
    items: Array.from({ length: count }, (_, index): Expr => ({ op: "input", index })),
  };
}
