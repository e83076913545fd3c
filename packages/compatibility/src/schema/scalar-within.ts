import { type Flat, type Range, wholeRange } from "./flat.js";
import { formatLengths, formatWithin } from "./formats.js";
import { anyNumber, types } from "./types.js";

/** Whether an alternative's numbers are another one's. */
export function numberWithin(one: Flat, other: Flat): boolean {
  if (!(one.types & anyNumber)) return true;
  const whole = !(one.types & types.fraction);
  if (!(whole ? wholeWithin(one.range, other.range) : rangeWithin(one.range, other.range))) {
    return false;
  }
  return other.steps.every((step) => stepHolds(one, step, whole)) && formatsWithin(one, other);
}

function stepHolds(one: Flat, step: number, whole: boolean): boolean {
  if (one.steps.some((own) => Number.isInteger(own / step))) return true;
  return whole && Number.isInteger(1 / step);
}

function wholeWithin(one: Range, other: Range): boolean {
  const inner = wholeRange(one);
  const outer = wholeRange(other);
  return inner.low >= outer.low && inner.high <= outer.high;
}

function rangeWithin(one: Range, other: Range): boolean {
  const low = one.low > other.low || (one.low === other.low && (!other.lowOut || one.lowOut));
  const high =
    one.high < other.high || (one.high === other.high && (!other.highOut || one.highOut));
  return low && high;
}

/** Whether an alternative's strings are another one's. */
export function stringWithin(one: Flat, other: Flat): boolean {
  if (!(one.types & types.string)) return true;
  const [least, most] = lengthOf(one);
  return (
    least >= other.length.low &&
    most <= other.length.high &&
    other.patterns.every((pattern) => one.patterns.includes(pattern)) &&
    formatsWithin(one, other)
  );
}

function lengthOf({ length, formats }: Flat): readonly [number, number] {
  const said = formats.flatMap((format) => {
    const lengths = formatLengths[format];
    return lengths ? [lengths] : [];
  });
  return [
    Math.max(length.low, ...said.map(([low]) => low)),
    Math.min(length.high, ...said.map(([, high]) => high)),
  ];
}

function formatsWithin(one: Flat, other: Flat): boolean {
  return other.formats.every((format) => one.formats.some((own) => formatWithin(own, format)));
}
