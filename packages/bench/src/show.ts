import { type Figure, type Group, met, type Target } from "./figures.js";

const DIGITS = {
  µs: 1,
  ns: 0,
  ms: 1,
  s: 1,
  KiB: 1,
  MiB: 1,
  points: 0,
  requests: 0,
  ratio: 3,
} as const;

/** One figure, for programs. */
interface JsonFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number | null;
  readonly met: boolean | null;
}

/** The figures for programs: medians, rounded; `met` is of what was measured, unrounded. */
export function toJson(groups: readonly Group[]): readonly JsonFigure[] {
  return groups.flatMap(({ figures }) =>
    figures.map((figure) => ({
      name: figure.name,
      value: Number(figure.summary.median.toFixed(DIGITS[figure.unit])),
      unit: figure.unit,
      target: figure.target === null ? null : boundOf(figure.target),
      met: met(figure),
    })),
  );
}

/** The figures for people: a table for each group. */
export function toText(groups: readonly Group[], colour: boolean): string {
  return groups.map((group) => table(group, colour)).join("\n\n");
}

function table({ heading, figures }: Group, colour: boolean): string {
  const rows = figures.map((figure) => {
    const { median, least, greatest } = figure.summary;
    const round = (value: number) => value.toFixed(DIGITS[figure.unit]);
    const unit = figure.unit === "ratio" ? "×" : ` ${figure.unit}`;
    return [
      figure.name,
      round(median) + unit,
      `${round(least)} – ${round(greatest)}`,
      judged(figure),
    ];
  });
  const head = ["", "median", "least – greatest", "target"];
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("   ")
      .trimEnd();
  const paint = (text: string, code: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const body = rows.map((row, index) => {
    const figure = figures[index];
    const verdict = figure && met(figure);
    const text = `  ${line(row)}`;
    return verdict === null || verdict === undefined ? text : paint(text, verdict ? "32" : "31");
  });
  return [paint(heading, "1"), `  ${line(head)}`, ...body].join("\n");
}

function judged(figure: Figure): string {
  const { target } = figure;
  if (target === null) return "";
  const sign = "atMost" in target ? "≤" : "≥";
  const digits = figure.unit === "ratio" ? 2 : 0;
  return `${sign} ${boundOf(target).toFixed(digits)} ${met(figure) ? "met" : "missed"}`;
}

function boundOf(target: Target): number {
  return "atMost" in target ? target.atMost : target.atLeast;
}
