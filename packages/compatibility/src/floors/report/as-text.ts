import { showVersions } from "../additions.js";
import type { FloorCheck, FloorFinding } from "../check-floors.js";
import { adviceOf, counted, messageOf, showsIn } from "./words.js";

/** Lines that a person reads where nothing else is said. */
const SHORT = 10;

/** How a check is shown to a person. */
export interface TextOptions {
  /** Everything, and not the first ten lines only. */
  readonly all?: boolean;
  /** The folder that files are named from. */
  readonly root: string;
  /** How wide a line may be, in characters. */
  readonly columns?: number | undefined;
}

/** A check in words: ten lines, unless all is asked for. */
export function asText(check: FloorCheck, { all = false, columns, root }: TextOptions): string {
  const details = [
    ...unflooredLines(check),
    ...check.findings.flatMap((finding) => findingLines(finding, check.order, { all, root })),
    ...additionLines(check),
  ];
  const lines = [summary(check), ...details];
  const shown =
    all || lines.length <= SHORT
      ? lines
      : [...lines.slice(0, SHORT - 1), `… ${lines.length - SHORT + 1} lines more: --all`];
  const cut = (line: string): string =>
    columns === undefined || all || line.length <= columns
      ? line
      : `${line.slice(0, columns - 1)}…`;
  return shown.map(cut).join("\n");
}

function summary({ findings, additions, versions, verdict, unfloored }: FloorCheck): string {
  const at = counted(versions.length, "version");
  const broken = findings.filter(({ cause }) => cause.severity === "breaking").length;
  const added =
    additions.length === 0 ? "" : ` ${counted(additions.length, "addition")} to record.`;
  if (verdict === "safe" && unfloored.length > 0) {
    return `Not known: nothing says what ${counted(unfloored.length, "version")} promised.${added}`;
  }
  if (verdict === "safe") return `Safe: what ${at} promised is served.${added}`;
  return `Breaking: ${counted(broken, "promise")} of ${at} would be broken.${added}`;
}

function findingLines(
  finding: FloorFinding,
  order: readonly string[],
  { all, root }: { readonly all: boolean; readonly root: string },
): readonly string[] {
  const { cause, witness, mend } = finding;
  const versions = `${showVersions(cause.versions, order)} (${counted(cause.versions.length, "version")})`;
  const payload = (value: unknown): string =>
    typeof value === "string" ? value : JSON.stringify(value);
  return [
    `${cause.severity === "breaking" ? "✗" : "!"} ${messageOf(cause)}`,
    `    in ${showsIn(cause, all ? 1000 : 2)}; at ${versions}`,
    ...(witness
      ? [
          `    ${witness.sent === undefined ? "" : `${witness.at} ${payload(witness.sent)} `}before: ${payload(witness.before)}, now: ${payload(witness.now)}`,
        ]
      : ["    no payload was found that shows it"]),
    `    mend: ${adviceOf(finding, root)}`,
    ...(all && mend
      ? mend.module.split("\n").map((line) => (line === "" ? "" : `      ${line}`))
      : []),
  ];
}

function additionLines({ additions, order }: FloorCheck): readonly string[] {
  return additions.map(({ what, versions }) => `+ ${what}, at ${showVersions(versions, order)}`);
}

function unflooredLines({ unfloored, order }: FloorCheck): readonly string[] {
  if (unfloored.length === 0) return [];
  return [`✗ no floor is written for ${showVersions(unfloored, order)}: holdfast check --adopt`];
}
