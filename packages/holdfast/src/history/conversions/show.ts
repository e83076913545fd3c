import type { ConversionStep } from "../../definition/shape.js";

/** What callers of an older version have instead of today's value, in words for the docs. */
export function showConversion({ says, loss }: ConversionStep): string {
  return [
    says,
    ...(loss.shown === undefined ? [] : [`Not shown: ${loss.shown}.`]),
    ...(loss.sent === undefined ? [] : [`Not kept: ${loss.sent}.`]),
  ].join(" ");
}
