import type { Column } from "./table.js";

/** What stands between two columns. */
export const gap = "  ";

/** How narrow a column may get before another one is left out, in characters. */
const readable = 20;

/** How narrow the last column to be cut off may get. */
const narrowest = 6;

/** How wide columns are on a page, in characters; 0 for a column that is left out. */
export function columnWidths(
  columns: readonly Column[],
  natural: readonly number[],
  available: number,
): readonly number[] {
  const all = cutOff(
    columns,
    cutOff(columns, natural, "first", readable, available),
    "last",
    readable,
    available,
  );
  if (tooMuch(all, available) === 0) return all;
  const fewer = natural.map((width, index) => (columns[index]?.cut === "first" ? 0 : width));
  return cutOff(columns, fewer, "last", narrowest, available);
}

/** Takes what is too much from the columns of one kind, down to a floor. */
function cutOff(
  columns: readonly Column[],
  widths: readonly number[],
  cut: Column["cut"],
  floor: number,
  available: number,
): readonly number[] {
  let over = tooMuch(widths, available);
  return widths.map((width, index) => {
    if (columns[index]?.cut !== cut) return width;
    const narrowed = Math.max(Math.min(width, floor), width - over);
    over -= width - narrowed;
    return narrowed;
  });
}

function tooMuch(widths: readonly number[], available: number): number {
  const shown = widths.filter((width) => width > 0);
  const total = shown.reduce((sum, width) => sum + width, gap.length * (shown.length - 1));
  return Math.max(0, total - available);
}
