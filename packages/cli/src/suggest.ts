import { nearest } from "holdfast";

/** " Did you mean …?" where one of the known names is close, else "". */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === undefined ? "" : ` Did you mean ${near}?`;
}
