import type { FieldCondition } from "./kind.js";

// A view is read like any other head field, by a name that says all of it: whatever reads fields
// by name, and keeps what it read, keeps views apart.
const MARK = "?";

/** The name of a head field of which only what meets all conditions is wanted. */
export function viewName(field: string, where: readonly FieldCondition[]): string {
  return `${field}${MARK}${JSON.stringify(where)}`;
}

/** The field that a name stands for, and what is wanted of it; all of it, where it is no view. */
export function readView(name: string): {
  readonly field: string;
  readonly where: readonly FieldCondition[] | undefined;
} {
  const mark = name.indexOf(`${MARK}[`);
  return mark === -1
    ? { field: name, where: undefined }
    : { field: name.slice(0, mark), where: JSON.parse(name.slice(mark + 1)) };
}
