import type { Json } from "holdfast";

/** A line of JSON as it is shown. */
export interface JsonLine {
  /** With two spaces for each level that it stands in. */
  readonly text: string;
  /** The way to the value that it begins, holds or ends, lists left out: `source.last4`. */
  readonly path: string;
}

const MEMBER = /^("(?:[^"\\]|\\.)*"): /;

/** A JSON value in lines; none where there is no value. */
export function jsonLines(value: Json | undefined): readonly JsonLine[] {
  if (value === undefined) return [];
  const way: { readonly depth: number; readonly name: string }[] = [];
  return JSON.stringify(value, null, 2)
    .split("\n")
    .map((text) => {
      const words = text.trimStart();
      const depth = depthOf(text);
      const closes = words.startsWith("}") || words.startsWith("]");
      while ((way.at(-1)?.depth ?? -1) >= depth + Number(closes)) way.pop();
      const member = MEMBER.exec(words)?.[1];
      if (member !== undefined) way.push({ depth, name: JSON.parse(member) });
      return { text, path: way.map(({ name }) => name).join(".") };
    });
}

/** How far in a line stands. */
export function depthOf(text: string): number {
  return (text.length - text.trimStart().length) / 2;
}
