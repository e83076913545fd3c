import type { Command } from "./command.js";
import { UsageError } from "./errors.js";
import { didYouMean } from "./suggest.js";

/** What command-line words call. */
export type Called =
  | { readonly command: Command; readonly rest: readonly string[] }
  /** No command, but all of them or those that begin with a word. */
  | { readonly group: readonly Command[]; readonly rest: readonly string[] };

/**
 * Finds the command that words begin with. Options may stand before it.
 * @throws UsageError that names the nearest command
 */
export function findCommand(words: readonly string[], commands: readonly Command[]): Called {
  const { before, after } = leadingOptions(words);
  const [first, second] = after.map((word) => (word.startsWith("-") ? undefined : word));
  if (first === undefined) return { group: commands, rest: words };
  const both = `${first} ${second}`;
  const command = commands.find(({ name }) => name === both || name === first);
  if (command !== undefined) {
    const length = command.name.split(" ").length;
    return { command, rest: [...before, ...after.slice(length)] };
  }
  const group = commands.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length > 0 && second === undefined) {
    return { group, rest: [...before, ...after.slice(1)] };
  }
  const typed = second === undefined ? first : both;
  const names = commands.map(({ name }) => name);
  const groups = new Set(names.flatMap((name) => name.split(" ").slice(0, 1)));
  const near = didYouMean(typed, names) || didYouMean(first, groups);
  throw new UsageError(`There is no command "${typed}".${near}`);
}

/** Options that stand before a command: flags, and --format with its value. */
function leadingOptions(words: readonly string[]) {
  let end = 0;
  while (words[end]?.startsWith("-")) end += words[end] === "--format" ? 2 : 1;
  return { before: words.slice(0, end), after: words.slice(end) };
}
