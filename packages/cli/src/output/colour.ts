/** Marks text, or leaves it as it is where colours are not wanted. */
export interface Colours {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warning: (text: string) => string;
}

const introducer = "\u001b[";

/** ANSI colours (ECMA-48, "select graphic rendition"). */
export function colours(wanted: boolean): Colours {
  const mark = (on: number, off: number) => (text: string) =>
    wanted && text !== "" ? `${introducer}${on}m${text}${introducer}${off}m` : text;
  return { strong: mark(1, 22), faint: mark(2, 22), good: mark(32, 39), warning: mark(33, 39) };
}
