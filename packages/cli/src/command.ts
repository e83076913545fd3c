import type { Argument } from "./arguments/argument.js";
import { choice, flag, type Option } from "./arguments/option.js";
import { splitWords } from "./arguments/split.js";
import type { Context } from "./context.js";
import { UsageError } from "./errors.js";
import type { Page } from "./output/page.js";

/** What a command found or did, for programs and for people. */
export interface Result {
  /** For programs: its names and types stay. */
  readonly json: object;
  /** Whether what was looked at is not as it must be: it is shown, and the exit code is 1. */
  readonly failed?: boolean;
  /** For people. */
  show(page: Page): string;
}

type Read<Specs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends { read(...given: never): infer T }
    ? T
    : never;
};

/** What was typed after a command's name. */
export type Typed<Arguments, Options> = Read<Arguments> & Read<Options>;

/** What the author of a command says of it. */
export interface CommandSpec<Arguments, Options> {
  /** The words that call it. */
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** More about it, for its own help. */
  readonly details?: string;
  readonly arguments: Arguments;
  readonly options: Options;
  /** A line to type, without "holdfast". */
  readonly example: string;
  run(typed: Typed<Arguments, Options>, context: Context): Promise<Result>;
}

/** A command, whatever it takes. */
export interface Command extends Omit<CommandSpec<Arguments, Options>, "run"> {
  /**
   * Reads what was typed, and runs.
   * @throws UsageError, Failure, StoreError
   */
  execute(words: readonly string[], context: Context): Promise<Result>;
}

type Arguments = Readonly<Record<string, Argument<unknown>>>;
type Options = Readonly<Record<string, Option<unknown>>>;

/** The options that every command has, unless it has one of that name itself. */
export const commonOptions = {
  format: choice(["text", "json"], "how to print the result"),
  help: flag("shows this"),
};

/** Describes a command; the types of what `run` receives follow from its arguments and options. */
export function command<const A extends Arguments, const O extends Options>(
  spec: CommandSpec<A, O>,
): Command {
  return {
    ...spec,
    execute(words, context) {
      const specs = { ...commonOptions, ...spec.options };
      const { positionals, options } = splitWords(words, specs);
      const typed = {
        ...readArguments(spec.arguments, positionals, spec.name),
        ...Object.fromEntries(
          Object.entries(specs).map(([name, option]) => [
            name,
            option.read(options.get(name) ?? [], name),
          ]),
        ),
      };
      return spec.run(typed as Typed<A, O>, context);
    },
  };
}

function readArguments(
  specs: Arguments,
  positionals: readonly string[],
  command: string,
): Record<string, unknown> {
  const typed: Record<string, unknown> = {};
  let left = positionals;
  for (const [name, spec] of Object.entries(specs)) {
    if (spec.required && (left[0] ?? "") === "") {
      throw new UsageError(`${command} needs ${spec.placeholder}: ${spec.description}.`);
    }
    typed[name] = spec.read(left);
    left = spec.repeatable ? [] : left.slice(1);
  }
  if (left[0] !== undefined) throw new UsageError(`${command} does not take "${left[0]}".`);
  return typed;
}
