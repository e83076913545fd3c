import type { ConversionStep } from "../../definition/shape.js";
import { listed } from "./conversion.js";

/** What callers of an older version have instead of today's value, in words for the docs. */
export function showConversion({ from, says, loss }: ConversionStep): string {
  return [
    from ? `From ${listed(from, "and")}: ${says}` : says,
    ...(loss.shown === undefined ? [] : [`Not shown: ${loss.shown}.`]),
    ...(loss.sent === undefined ? [] : [`Not kept: ${loss.sent}.`]),
  ].join(" ");
}
