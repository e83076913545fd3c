import { isMap, stringify } from "yaml";
import type { Retirement } from "../retirement.js";
import { EditError, type Entry, nameOf, Source, shift } from "./source.js";

/**
 * Says in a `versions.yaml` how a version ends. What is null is not written, and taken out where
 * it stood. Everything else stays as it was, to the byte. Throws an EditError where the version is
 * not listed.
 *
 * @example
 * retireVersion(text, "2013-01-01", {
 *   deprecated: "2026-01-01", sunset: "2027-01-01", after: "forward", link: null,
 * });
 */
export function retireVersion(text: string, version: string, retirement: Retirement): string {
  const source = new Source(text);
  const entry = source.find(version);
  if (!entry) throw new EditError(`There is no version ${version} in the history.`);
  const line = source.line(entry.key);
  const end = source.end(entry);
  const written = [
    ...writeRetirement(retirement).map((one) => `  ${one}`),
    ...gateLines(source, entry, line, end),
  ];
  return [
    ...source.lines.slice(0, line),
    headLine(source, entry),
    ...written,
    ...source.lines.slice(end),
  ].join("\n");
}

function writeRetirement({ deprecated, sunset, after, link }: Retirement): string[] {
  const pairs = [
    ["deprecated", deprecated],
    ["sunset", sunset],
    ["then", sunset === null ? null : after],
    ["link", link],
  ] as const;
  return pairs.flatMap(([name, value]) =>
    value === null ? [] : [stringify({ [name]: value }, { lineWidth: 0 }).trimEnd()],
  );
}

/** The line of the version's name, with the comment on it. */
function headLine(source: Source, { key, value }: Entry): string {
  const whole = source.lines[source.line(key)] ?? "";
  const ownLine = value !== null && source.line(value) === source.line(key);
  const after = ownLine ? whole.slice(source.column(value) + source.textOf(value).length) : "";
  const rest = ownLine ? after : whole.slice(whole.indexOf(":") + 1);
  return `${nameOf(key)}:${rest.trimEnd() === "" ? "" : ` ${rest.trim()}`}`;
}

/** The list of the version's gates, below `gates`. */
function gateLines(source: Source, { key, value }: Entry, line: number, end: number): string[] {
  if (!isMap(value)) {
    if (value === null || source.line(value) === line) {
      return [`  gates: ${value === null ? "[]" : source.textOf(value)}`];
    }
    const from = source.column(value);
    return ["  gates:", ...shift(source.lines.slice(line + 1, end), from, 4)];
  }
  const gates = (value.items as Entry[]).find((one) => nameOf(one.key) === "gates");
  if (!gates?.value) throw new EditError(`${nameOf(key)} has no list of gates.`);
  if (value.flow || source.line(gates.value) === source.line(gates.key)) {
    return [`  gates: ${source.textOf(gates.value)}`];
  }
  const first = source.line(gates.key);
  return source.lines.slice(first, source.end(gates));
}
