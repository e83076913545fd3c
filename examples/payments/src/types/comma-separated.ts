import { t } from "holdfast";

/** Reads `a, b,c` as its parts; nothing between two commas is refused. */
function parse(text: string): readonly string[] | undefined {
  const parts = text.split(",").map((part) => part.trim());
  return parts.every((part) => part !== "") ? parts : undefined;
}

/** A list that is given as one text. */
export const commaSeparated = t.custom("a list, separated by commas", parse);
