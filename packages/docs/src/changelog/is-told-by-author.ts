import type { Difference } from "../compare/difference.js";
import { isRef } from "./is-ref.js";

/**
 * Whether a difference is what a method does otherwise: the author's sentence of its gate says that
 * better. What is done otherwise everywhere says by itself what it is, and what to do about it.
 */
export function isToldByAuthor({ kind, subject }: Difference): boolean {
  return kind === "behaviour" && isRef(subject);
}
