import type { Example, Row } from "./example.fixture.js";
import { losses, type Ran } from "./run.fixture.js";

const BLOCK = /(<!-- example: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** The examples that a page has a place for, in their order. */
export function placesIn(page: string): readonly string[] {
  return [...page.matchAll(BLOCK)].map(([, , name = ""]) => name);
}

/** The page with what stands between its marks written anew. */
export function filled(page: string, blocks: ReadonlyMap<string, string>): string {
  return page.replace(
    BLOCK,
    (_all, start: string, name: string, end: string) =>
      `${start}\n${blocks.get(name) ?? ""}\n${end}`,
  );
}

/** What a page shows of an example: its marked lines, a table of what came, and what is lost. */
export function blockOf(source: string, { api, versions }: Example, all: readonly Ran[]): string {
  const heads = ["", "today", ...versions.slice(1).map((name) => headOf(name, versions))];
  const rows = [heads, heads.map(() => "---"), ...all.flatMap(rowsOf)];
  const lost = losses(api, versions.at(-1) ?? "");
  return [
    codeIn(source),
    rows.map((cells) => `| ${cells.join(" | ")} |\n`).join(""),
    ...(lost.length > 0 ? [`${lost.join(" ")}\n`] : []),
  ].join("\n");
}

function headOf(name: string, versions: readonly string[]): string {
  return versions.length === 2 && !name.endsWith("-preview") ? "the version before" : name;
}

const REGION = /^[ \t]*(?:\/\/|#) #region (.*)\n([\s\S]*?)^[ \t]*(?:\/\/|#) #endregion/gm;

/** The marked lines of a fixture, each part under its name. */
function codeIn(source: string): string {
  const parts = [...source.matchAll(REGION)].map(([, name = "", lines = ""]) => ({
    name,
    language: name.endsWith(".yaml") ? "yaml" : "ts",
    lines: dedented(lines),
  }));
  return ["ts", "yaml"]
    .map((language) => parts.filter((part) => part.language === language))
    .filter((some) => some.length > 0)
    .map((some) => {
      const [{ language = "" } = {}] = some;
      const mark = language === "yaml" ? "#" : "//";
      const text = some.map(({ name, lines }) => `${mark} ${name}\n${lines}`).join("\n");
      return `\`\`\`${language}\n${text}\`\`\`\n`;
    })
    .join("\n");
}

function dedented(text: string): string {
  const lines = text.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least)).join("\n");
}

function rowsOf({ row, found }: Ran): readonly (readonly string[])[] {
  const sends = row.sends ?? [];
  const isSent =
    row.reads === "params" ||
    sends.some((sent) => typeof sent === "string" || Object.keys(sent).length > 0);
  const answers = [answerHead(row, isSent), ...found.map((value) => answerOf(row, value))];
  return isSent ? [[`${subjectOf(row)} is sent`, ...sends.map(cellOf)], answers] : [answers];
}

function answerHead(row: Row, isSent: boolean): string {
  const { reads = "body", resource } = row;
  if (reads === "params") return "`execute` gets";
  if (reads === "name") return "callers know it as";
  const head = isSent ? "and answers" : `${subjectOf(row)} answers`;
  if (resource) return `the ${resource.name}${keyOf(row)} is`;
  if (typeof reads === "string") return head;
  return "member" in reads ? `${head}, in \`${reads.member}\`` : `${head} with`;
}

function subjectOf(row: Row): string {
  return `\`${row.method.name}\`${keyOf(row)}`;
}

function keyOf({ publishable }: Row): string {
  return publishable ? ", with a publishable key," : "";
}

function answerOf({ reads }: Row, found: unknown): string {
  if (reads === "answer") {
    const { status, body } = found as { readonly status: number; readonly body?: unknown };
    return cellOf(body === undefined ? `${status}` : `${status} ${shown(body)}`);
  }
  const isRefused = typeof found === "string" && reads !== "name";
  return `${isRefused ? "refused: " : ""}${cellOf(found)}`;
}

/** A value as a cell of a table holds it. */
function cellOf(value: unknown): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : shown(value);
  return `\`${text.replaceAll("|", "\\|").replaceAll("`", "'")}\``;
}

/** JSON on one line, with room around its parts. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${shown(one)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
