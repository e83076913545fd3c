import type { Option } from "./arguments/option.js";
import type { Command } from "./command.js";
import { commonOptions } from "./command.js";

/** The help of the whole command, or of a group of its commands. */
export function overview(commands: readonly Command[]): string {
  return [
    "Accounts, keys, versions, gates and methods of a Holdfast API.",
    "Usage: holdfast COMMAND [options]",
    `Commands:\n${pairs(commands.map(({ name, summary }) => [name, summary]))}`,
    `Options:\n${pairs([...optionPairs(commonOptions), ["--version", "shows the version of this command"]])}`,
    "A command's own help: holdfast COMMAND --help",
    'The app is the module that the nearest package.json names: "holdfast": { "app": "path/to/app.js" }.',
    `Environment:\n${pairs([
      ["DATABASE_URL", "the PostgreSQL database of accounts and keys"],
      [
        "HOLDFAST_DATA",
        'else a folder for SQLite, seen from that package.json; ".holdfast" if left out',
      ],
      ["HOLDFAST_PEPPER", "what keys are hashed with; else a file in that folder"],
      ["NO_COLOR", "no colours, whatever its value"],
    ])}`,
    "Exit codes: 0 done, 1 could not be done, 2 not typed as the usage says.",
  ].join("\n\n");
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const takes = Object.values(command.arguments).map(
    ({ placeholder, description }) => [placeholder, description] as const,
  );
  return [
    command.summary,
    ...(command.details === undefined ? [] : [command.details]),
    usageOf(command),
    ...(takes.length > 0 ? [`Arguments:\n${pairs(takes)}`] : []),
    `Options:\n${pairs(optionPairs({ ...commonOptions, ...command.options }))}`,
    `Example:\n  holdfast ${command.example}`,
  ].join("\n\n");
}

function usageOf({ name, arguments: takes }: Command): string {
  const words = Object.values(takes).map(({ placeholder, required, repeatable }) => {
    const word = repeatable ? `${placeholder}...` : placeholder;
    return required ? word : `[${word}]`;
  });
  return `Usage: ${["holdfast", name, ...words, "[options]"].join(" ")}`;
}

function optionPairs(
  options: Readonly<Record<string, Option<unknown>>>,
): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, { placeholder, description }]) => [
    placeholder === null ? `--${name}` : `--${name} ${placeholder}`,
    description,
  ]);
}

function pairs(all: readonly (readonly [string, string])[]): string {
  const width = Math.max(...all.map(([name]) => name.length));
  return all.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join("\n");
}
