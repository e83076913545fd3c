import { readFile } from "node:fs/promises";
import { flag } from "./arguments/option.js";
import { splitWords } from "./arguments/split.js";
import { type Command, commonOptions } from "./command.js";
import { commands } from "./commands/index.js";
import { withContext } from "./context.js";
import { UsageError } from "./errors.js";
import { findCommand } from "./find-command.js";
import { commandHelp, overview } from "./help.js";
import type { Io } from "./io.js";
import { pageOf } from "./output/page.js";
import { exitCodes, report } from "./report.js";

/**
 * Runs one command line, without the words "node" and "holdfast", and returns the exit code: 0
 * done, 1 could not be done, 2 not typed as the usage says. Writes errors rather than throwing.
 *
 * @example
 * process.exitCode = await run(["accounts", "list"], io);
 */
export async function run(words: readonly string[], io: Io): Promise<number> {
  const asJson = asksForJson(words);
  try {
    const [first, ...others] = words;
    const called = findCommand(first === "help" ? [...others, "--help"] : words, commands);
    if ("command" in called) return await runCommand(called.command, called.rest, io, asJson);
    await runGroup(called.group, called.rest, io, asJson);
    return exitCodes.done;
  } catch (error) {
    return report(error, io, asJson);
  }
}

async function runCommand(
  command: Command,
  words: readonly string[],
  io: Io,
  asJson: boolean,
): Promise<number> {
  if (asksForHelp(words)) {
    io.out(`${commandHelp(command)}\n`);
    return exitCodes.done;
  }
  try {
    const { json, show, failed } = await withContext(io, (context) =>
      command.execute(words, context),
    );
    io.out(`${asJson ? JSON.stringify(json) : show(pageOf(io))}\n`);
    return failed ? exitCodes.failed : exitCodes.done;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message} See holdfast ${command.name} --help.`);
  }
}

async function runGroup(
  group: readonly Command[],
  words: readonly string[],
  io: Io,
  asJson: boolean,
): Promise<void> {
  const specs =
    group === commands ? { ...commonOptions, version: flag("the version") } : commonOptions;
  const { options } = splitWords(words, specs);
  commonOptions.format.read(options.get("format") ?? [], "format");
  if (options.has("version") && !options.has("help")) {
    const version = await ownVersion();
    io.out(`${asJson ? JSON.stringify({ version }) : version}\n`);
  } else {
    io.out(`${overview(group)}\n`);
  }
}

/** Before anything else is read, so that what is wrong with the rest can be told as JSON. */
function asksForJson(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      word === "--format=json" || (word === "json" && words[index - 1] === "--format"),
  );
}

/** Before the rest is read: help is given even where something is missing. */
function asksForHelp(words: readonly string[]): boolean {
  return words.some((word) => word === "--help" || word === "-h");
}

async function ownVersion(): Promise<string> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return JSON.parse(text).version;
}
