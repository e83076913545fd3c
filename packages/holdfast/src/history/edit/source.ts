import { isMap, isScalar, type Node, type Pair, parseDocument } from "yaml";

/** An entry of a map, with where it stands. */
export type Entry = Pair<Node, Node | null>;

/** An edit of a `versions.yaml` that cannot be made. */
export class EditError extends Error {
  override readonly name = "EditError";
}

/**
 * A `versions.yaml` as text and as nodes with their places. Edits are made to the text, line by
 * line, so that whatever they are not about stays as it was to the byte.
 */
export class Source {
  readonly text: string;
  readonly lines: readonly string[];
  readonly entries: readonly Entry[];
  readonly #starts: readonly number[];

  constructor(text: string) {
    const { contents, errors } = parseDocument(text);
    if (errors.length > 0 || !isMap(contents) || contents.flow) {
      throw new EditError("The history is not a block of YAML that can be edited.");
    }
    this.text = text;
    this.lines = text.split("\n");
    this.entries = contents.items as Entry[];
    let start = 0;
    this.#starts = this.lines.map((line) => {
      const own = start;
      start += line.length + 1;
      return own;
    });
  }

  find(name: string): Entry | undefined {
    return this.entries.find(({ key }) => nameOf(key) === name);
  }

  /** The line that a node begins on, counted from 0. */
  line(node: Node | null): number {
    return this.#lineAt(node?.range?.[0] ?? 0);
  }

  /** Where in its line a node begins. */
  column(node: Node): number {
    const start = node.range?.[0] ?? 0;
    return start - (this.#starts[this.#lineAt(start)] ?? 0);
  }

  /** The line after the last one of an entry, without what is blank or a comment below it. */
  end({ key, value }: Entry): number {
    return this.endOf(value ?? key);
  }

  /** As {@link end}, for a node. */
  endOf(node: Node): number {
    const [start = 0, end = 0] = node.range ?? [];
    return this.#lineAt(Math.max(start, end - 1)) + 1;
  }

  /** A node as it is written. */
  textOf(node: Node): string {
    const [start = 0, end = 0] = node.range ?? [];
    return this.text.slice(start, end);
  }

  /** The first line above an entry that is a comment on it, down to `least`; else its own. */
  commentStart(line: number, least: number): number {
    let first = line;
    while (first > least && /^\s*#/.test(this.lines[first - 1] ?? "")) first--;
    return first;
  }

  #lineAt(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The text of a key. */
export function nameOf(key: Node): string {
  return String(isScalar(key) ? key.value : key);
}

/** Moves lines to another column; blank ones stay blank. */
export function shift(lines: readonly string[], from: number, to: number): string[] {
  return lines.map((line) => {
    if (line.trim() === "") return line;
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    return " ".repeat(to) + line.slice(Math.min(indent, from));
  });
}
