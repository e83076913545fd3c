import { given } from "../../definition/expr.js";
import type { FieldInfo } from "../../definition/type.js";
import { unfit } from "../change.js";
import type { Conversion } from "./conversion.js";

/** What a scaled number loses, in words; nothing where all numbers of its type come back. */
function lossOf({
  from,
  toWhole,
  times,
  over,
}: {
  readonly from: FieldInfo | undefined;
  readonly toWhole: boolean;
  readonly times: number;
  readonly over: number;
}): string | undefined {
  const isRounded = toWhole && !(isWhole(from) && times % over === 0);
  if (isRounded) return "what is rounded off to whole numbers";
  const { min, max } = from?.kind.limits ?? {};
  const most = Math.max(...[min, max].map((one) => Math.abs(Number(one ?? Number.NaN))));
  return most * times <= MOST_EXACT ? undefined : "digits after the fifteenth";
}

/** A double holds every decimal of so many digits. */
const MOST_EXACT = 1e15;

function isWhole(info: FieldInfo | undefined): boolean {
  return info?.kind.name === "integer" || info?.kind.name === "timestamp";
}

/**
 * It counted in other units: so many of today's are so many of those before. Exact in decimals of up to
 * fifteen digits;
 * where a side takes whole numbers only, it is rounded to the nearest.
 *
 * @example
 * field(charge, "amount", wasOfType(t.number().describe("In dollars."), scaled({ today: 100, before: 1 })))
 */
export function scaled({
  today,
  before,
}: {
  readonly today: number;
  readonly before: number;
}): Conversion {
  return {
    between(sides) {
      if (![today, before].every((one) => Number.isSafeInteger(one) && one > 0)) {
        unfit("units are told in whole numbers of each other");
      }
      const [now] = sides.today;
      const [isWholeNow, wasWhole] = [isWhole(now), isWhole(sides.before)];
      const shown = lossOf({ from: now, toWhole: wasWhole, times: before, over: today });
      const sent = lossOf({ from: sides.before, toWhole: isWholeNow, times: today, over: before });
      return {
        down: { op: "scale", of: given, times: before, over: today, whole: wasWhole },
        up: { op: "scale", of: given, times: today, over: before, whole: isWholeNow },
        loss: { ...(shown && { shown }), ...(sent && { sent }) },
        says: `In other units: ${before} for every ${today}.`,
      };
    },
  };
}

/**
 * It was written as text where there is a number or a boolean today. What an older caller sends and
 * cannot be read as one is refused.
 *
 * @example
 * field(plan, "amount", wasOfType(t.string({ pattern: /^\d{1,15}$/ }).describe("…"), asText()))
 */
export function asText(): Conversion {
  return {
    between({ today: [today] }) {
      const name = today?.kind.name ?? "";
      if (name !== "boolean" && !["integer", "number", "timestamp"].includes(name)) {
        unfit("it is neither a number nor a boolean now");
      }
      const isNumber = name !== "boolean";
      return {
        down: { op: "cast", of: given, to: "text" },
        up: { op: "cast", of: given, to: isNumber ? "number" : "boolean" },
        loss: isNumber ? { sent: "how the number is written: `007` is taken as `7`" } : {},
        says: "As text.",
      };
    },
  };
}

/**
 * It was written as a date, `2015-02-18` or `2015-02-18T09:00:00Z` (RFC 3339, in UTC), where there
 * are seconds since 1970 today. What an older caller sends and is no date is refused.
 *
 * @example
 * field(plan, "starts", wasOfType(t.string().describe("…"), asDate("date")))
 */
export function asDate(to: "date" | "date_time"): Conversion {
  return {
    between({ today: [today] }) {
      if (!isWhole(today)) unfit("it is no timestamp now");
      return {
        down: { op: "cast", of: given, to },
        up: { op: "cast", of: given, to: `seconds_of_${to}` },
        loss:
          to === "date"
            ? { shown: "the time of day" }
            : { sent: "the offset and what is less than a second" },
        says: to === "date" ? "As a date." : "As a date and time.",
      };
    },
  };
}
