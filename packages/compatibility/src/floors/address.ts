import type { FloorField, Plain } from "holdfast/floor";

/** A field as the JSON that it is. */
export function plainOf(field: FloorField | undefined): Plain | undefined {
  // A floor is JSON all the way down; only its types are narrower.
  return field as unknown as Plain | undefined;
}
