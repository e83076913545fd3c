import { t } from "holdfast";

const MOST = 100;

/** Reads `a, b,c` as its parts; nothing between two commas is refused, and so are too many. */
function parse(text: string): readonly string[] | undefined {
  const parts = text.split(",", MOST + 1).map((part) => part.trim());
  return parts.length <= MOST && parts.every((part) => part !== "") ? parts : undefined;
}

/** A list that is given as one text. */
export const commaSeparated = t.custom(`a list of at most ${MOST}, separated by commas`, parse);
