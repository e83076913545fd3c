import type { Json } from "holdfast";

/** One line of JSON as people read it. */
export interface JsonLine {
  readonly indent: number;
  /** The member that the line begins; undefined for items of lists and for closing brackets. */
  readonly member: string | undefined;
  /** The way to the value, lists left out: `source.last4`. */
  readonly path: readonly string[];
  /** What stands after the member's name: a whole value, or the bracket that opens or closes one. */
  readonly text: string;
  readonly kind: "string" | "number" | "word" | "bracket";
  readonly comma: boolean;
}

/** A value as lines, two spaces a level as `JSON.stringify(value, null, 2)` has them. */
export function jsonLines(value: Json): readonly JsonLine[] {
  const lines: JsonLine[] = [];
  write(value, { indent: 0, member: undefined, path: [], comma: false }, lines);
  return lines;
}

type Place = Pick<JsonLine, "indent" | "member" | "path" | "comma">;

function write(value: Json, place: Place, lines: JsonLine[]): void {
  if (typeof value !== "object" || value === null) {
    lines.push({ ...place, text: JSON.stringify(value ?? null), kind: kindOf(value) });
    return;
  }
  const entries = entriesOf(value);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0) {
    lines.push({ ...place, text: `${open}${close}`, kind: "bracket" });
    return;
  }
  lines.push({ ...place, comma: false, text: open, kind: "bracket" });
  for (const [index, [member, item]] of entries.entries()) {
    const path = member === undefined ? place.path : [...place.path, member];
    const comma = index < entries.length - 1;
    write(item, { indent: place.indent + 1, member, path, comma }, lines);
  }
  lines.push({ ...place, member: undefined, text: close, kind: "bracket" });
}

function entriesOf(value: object): readonly (readonly [string | undefined, Json])[] {
  if (Array.isArray(value)) return value.map((item: Json) => [undefined, item]);
  return Object.entries(value as Record<string, Json>).filter(([, item]) => item !== undefined);
}

function kindOf(value: Json): JsonLine["kind"] {
  if (typeof value === "string") return "string";
  return typeof value === "number" ? "number" : "word";
}
