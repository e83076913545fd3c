import type { Page } from "./page.js";

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Whether its text may be cut off where the page is narrow; what is typed again may not. */
  readonly cut?: boolean;
  /** Numbers stand at the right. */
  readonly right?: boolean;
  readonly colour?: (text: string) => string;
}

const gap = "  ";

/** How narrow a column may get, in characters. */
const narrowest = 12;

/** Rows in aligned columns, below their titles. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  page: Page,
): string {
  const texts = rows.map((row) => row.map(oneLine));
  const natural = columns.map(({ title }, index) =>
    Math.max(title.length, ...texts.map((row) => row[index]?.length ?? 0)),
  );
  const widths = page.columns === undefined ? natural : fit(natural, columns, page.columns);
  const line = (cells: readonly string[], colour: (column: Column) => (text: string) => string) =>
    columns
      .map((column, index) => {
        const width = widths[index] ?? 0;
        const text = shorten(cells[index] ?? "", width);
        const padding = " ".repeat(width - text.length);
        const coloured = colour(column)(text);
        return column.right ? padding + coloured : coloured + padding;
      })
      .join(gap)
      .trimEnd();
  return [
    line(
      columns.map(({ title }) => title),
      () => page.colours.faint,
    ),
    ...texts.map((row) => line(row, ({ colour }) => colour ?? ((text) => text))),
  ].join("\n");
}

/** Takes what is too much from the columns that may be cut off, the widest first. */
function fit(
  natural: readonly number[],
  columns: readonly Column[],
  available: number,
): readonly number[] {
  const widths = [...natural];
  const total = () => widths.reduce((sum, width) => sum + width + gap.length, -gap.length);
  while (total() > available) {
    const open = widths.map((width, index) => (columns[index]?.cut ? width : 0));
    const widest = Math.max(...open);
    if (widest <= narrowest) break;
    widths[open.lastIndexOf(widest)] = widest - 1;
  }
  return widths;
}

function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
