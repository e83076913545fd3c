import { columnWidths, gap } from "./column-widths.js";
import type { Page } from "./page.js";

/** A column of a table. */
export interface Column {
  readonly title: string;
  /**
   * What happens on a narrow page: "last" is cut off to what is left, "first" is cut off before
   * that and then left out; any other column stays whole, for what it shows is typed again.
   */
  readonly cut?: "first" | "last";
  /** Numbers stand at the right. */
  readonly right?: boolean;
  readonly colour?: (text: string) => string;
}

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
  const widths = columnWidths(columns, natural, page.columns ?? Number.POSITIVE_INFINITY);
  const line = (cells: readonly string[], colour: (column: Column) => (text: string) => string) =>
    columns
      .flatMap((column, index) => {
        const width = widths[index] ?? 0;
        if (width === 0) return [];
        const text = shorten(cells[index] ?? "", width);
        const padding = " ".repeat(width - text.length);
        const coloured = colour(column)(text);
        return [column.right ? padding + coloured : coloured + padding];
      })
      .join(gap)
      .trimEnd();
  const titles = columns.map(({ title }) => title);
  return [
    line(titles, () => page.colours.faint),
    ...texts.map((row) => line(row, ({ colour }) => colour ?? ((text) => text))),
  ].join("\n");
}

function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
