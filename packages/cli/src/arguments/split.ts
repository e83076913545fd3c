import { parseArgs } from "node:util";
import { UsageError } from "../errors.js";
import { didYouMean } from "../suggest.js";
import type { Option } from "./option.js";

/** Command-line words sorted into options and the rest. */
export interface SplitWords {
  readonly positionals: readonly string[];
  /** What was typed for each option; a flag has one "". */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Short names, for the help only. */
const short: Readonly<Record<string, string>> = { h: "help" };

/**
 * Sorts what follows a command's name.
 * @throws UsageError for options that are unknown, lack their value, have one too many, or repeat
 */
export function splitWords(
  words: readonly string[],
  specs: Readonly<Record<string, Option<unknown>>>,
): SplitWords {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { placeholder }]) => [
      name,
      { type: placeholder === null ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  // Not strict: its messages would not say what was probably meant.
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true });
  const positionals: string[] = [];
  const found = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const name = token.rawName.startsWith("--") ? token.name : short[token.name];
    const spec = name === undefined ? undefined : Object.hasOwn(specs, name) && specs[name];
    if (name === undefined || !spec) {
      const names = Object.keys(specs).map((one) => `--${one}`);
      const near = didYouMean(token.rawName, names);
      throw new UsageError(`There is no option ${token.rawName}.${near}`);
    }
    const values = found.get(name) ?? [];
    if (values.length > 0 && !spec.repeatable) throw new UsageError(`--${name} is given twice.`);
    found.set(name, [...values, readValue(token, name, spec)]);
  }
  return { positionals, options: found };
}

interface OptionToken {
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readValue(
  { value, inlineValue = false }: OptionToken,
  name: string,
  { placeholder }: Option<unknown>,
): string {
  if (placeholder === null) {
    if (value !== undefined) throw new UsageError(`--${name} takes no value.`);
    return "";
  }
  // A dash after a space begins another option; after "=" it belongs to the value.
  if (value === undefined || value === "" || (!inlineValue && value.startsWith("-"))) {
    throw new UsageError(`--${name} needs a value: --${name} ${placeholder}.`);
  }
  return value;
}
