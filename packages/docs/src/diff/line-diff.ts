/** A line of two texts that are laid over each other. */
export interface DiffLine {
  /** Which of the two has it: both, only the older one, only the newer one. */
  readonly mark: "same" | "removed" | "added";
  readonly text: string;
  /** Its place in the text that has it; in the newer one, where both have it. */
  readonly at: number;
}

/** How many pairs of lines are weighed up; of longer texts, what differs is told as one block. */
const MOST_PAIRS = 1_000_000;

/**
 * The fewest lines to remove and to add that make one text into another, found by their longest
 * common subsequence. A comma at a line's end does not make it another line; the newer one is
 * shown. What goes stands before what comes.
 */
export function diffLines(
  before: readonly string[],
  after: readonly string[],
): readonly DiffLine[] {
  const older = before.map(withoutComma);
  const newer = after.map(withoutComma);
  const most = Math.min(older.length, newer.length);
  let head = 0;
  while (head < most && older[head] === newer[head]) head += 1;
  let tail = 0;
  while (tail < most - head && older.at(-1 - tail) === newer.at(-1 - tail)) tail += 1;
  const oldMiddle = before.slice(head, before.length - tail);
  const newMiddle = after.slice(head, after.length - tail);
  return [
    ...marked("same", after.slice(0, head), 0),
    ...diffMiddle(oldMiddle, newMiddle, head),
    ...marked("same", after.slice(after.length - tail), after.length - tail),
  ];
}

function diffMiddle(
  before: readonly string[],
  after: readonly string[],
  from: number,
): readonly DiffLine[] {
  if (before.length === 0 || after.length === 0 || before.length * after.length > MOST_PAIRS) {
    return [...marked("removed", before, from), ...marked("added", after, from)];
  }
  const older = before.map(withoutComma);
  const newer = after.map(withoutComma);
  const common = commonLengths(older, newer);
  const width = newer.length + 1;
  const lines: DiffLine[] = [];
  let pending: DiffLine[] = [];
  let row = 0;
  let column = 0;
  while (row < older.length || column < newer.length) {
    const down = common[(row + 1) * width + column] ?? -1;
    const across = common[row * width + column + 1] ?? -1;
    if (row < older.length && column < newer.length && older[row] === newer[column]) {
      lines.push(...pending, { mark: "same", text: after[column] ?? "", at: from + column });
      pending = [];
      row += 1;
      column += 1;
    } else if (column === newer.length || (row < older.length && down >= across)) {
      lines.push({ mark: "removed", text: before[row] ?? "", at: from + row });
      row += 1;
    } else {
      pending.push({ mark: "added", text: after[column] ?? "", at: from + column });
      column += 1;
    }
  }
  return [...lines, ...pending];
}

/** For each pair of places, how many lines the rests of both texts have in common, in order. */
function commonLengths(older: readonly string[], newer: readonly string[]): Uint32Array {
  const width = newer.length + 1;
  const common = new Uint32Array((older.length + 1) * width);
  for (let row = older.length - 1; row >= 0; row -= 1) {
    for (let column = newer.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      common[at] =
        older[row] === newer[column]
          ? (common[at + width + 1] ?? 0) + 1
          : Math.max(common[at + width] ?? 0, common[at + 1] ?? 0);
    }
  }
  return common;
}

function marked(
  mark: DiffLine["mark"],
  texts: readonly string[],
  from: number,
): readonly DiffLine[] {
  return texts.map((text, index) => ({ mark, text, at: from + index }));
}

function withoutComma(line: string): string {
  return line.endsWith(",") ? line.slice(0, -1) : line;
}
