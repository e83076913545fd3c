import { type FloorField, isPlainObject } from "holdfast/floor";

const NUMBERS = new Set(["integer", "number", "timestamp"]);
const TEXTS = new Set(["string", "id"]);

/** How the values of two types follow from each other, as far as the types tell. */
export function conversionText(
  before: FloorField,
  now: FloorField,
): { readonly text: string; readonly decide: readonly string[] } {
  if (before.kind === now.kind || isConstant(before)) return plainly("");
  if (TEXTS.has(before.kind) && (NUMBERS.has(now.kind) || now.kind === "boolean")) {
    return plainly("asText()");
  }
  if (TEXTS.has(now.kind) && (NUMBERS.has(before.kind) || before.kind === "boolean")) {
    return plainly("reversed(asText())");
  }
  if (now.kind === "integer" && before.kind === "number") return plainly("");
  return {
    text: "byHand({ down: (today) => today, up: (before) => before, samples: [] })",
    decide: ["Say how the values of the two types follow from each other: nothing tells."],
  };
}

function plainly(text: string): { readonly text: string; readonly decide: readonly string[] } {
  return { text, decide: [] };
}

function isConstant({ type }: FloorField): boolean {
  return isPlainObject(type) && "const" in type;
}

/** The simplest value of a type, where something must stand for nothing. */
export function simplest({ type }: FloorField): unknown {
  if (!isPlainObject(type)) return "";
  if (Array.isArray(type.enum)) return type.enum[0];
  if (type.type === "boolean") return false;
  if (type.type === "integer" || type.type === "number") return type.minimum ?? 0;
  return "";
}
