import { invalid } from "./failures.js";

/**
 * What a descriptor given on a card charge does to the account's own: nothing given, the account's
 * own stands alone. `full` replaces it, `appended` follows it, `prefixed` follows it after `* `.
 */
export type DescriptorMode = "full" | "appended" | "prefixed";

/** The longest text that card statements show. */
const LONGEST = 22;

/** Refuses text that cannot stand on a statement. */
export function checkDescriptor(text: string | null | undefined, param: string): void {
  if (text === undefined || text === null) return;
  if ([...text].length > LONGEST) {
    throw invalid(null, param, `Text on a statement has at most ${LONGEST} characters.`);
  }
  if (/[<>\\]/.test(text)) {
    throw invalid(null, param, "Text on a statement may not contain <, > or \\.");
  }
}

/** The text that the statement shows. */
export function statementText(
  own: string,
  given: string | null | undefined,
  mode: DescriptorMode,
): string {
  if (given === undefined || given === null || given === "") return own;
  if (mode === "full") return given;
  const separator = mode === "prefixed" ? "* " : " ";
  return `${own}${separator}${given}`.slice(0, LONGEST);
}
