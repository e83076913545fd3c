import { type Contract, meaningOf, replaceTokens } from "holdfast/contract";
import { code } from "./code.js";

/** Code in Markdown, or a token: `{charge.source}`. */
const PIECE = /(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g;

/**
 * Puts a version's names into a description: `{charge.source}` becomes `` `card` `` where callers
 * know the field by that. What they do not have keeps its newest name.
 *
 * @returns Markdown
 */
export function fillNames(text: string, contract: Contract): string {
  if (!text.includes("{")) return text;
  const nameOf = (token: string): string | undefined => {
    const meaning = meaningOf(token, contract);
    return meaning && (meaning.called ?? meaning.newest);
  };
  const inWords = (words: string): string =>
    replaceTokens(words, (token) => code(nameOf(token) ?? token));
  const filled: string[] = [];
  let end = 0;
  for (const piece of text.matchAll(PIECE)) {
    filled.push(inWords(text.slice(end, piece.index)));
    // Within code a name is code already.
    filled.push(replaceTokens(piece[0], (token) => nameOf(token) ?? `{${token}}`));
    end = piece.index + piece[0].length;
  }
  return [...filled, inWords(text.slice(end))].join("");
}
