/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text directly in it, its references resolved. */
  readonly text: string;
}

const CHARACTERS = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;
const PIECE = /<([^<>]*)>|([^<>]+)/gy;
const REFERENCES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Reads an XML document without a DTD, comments and processing instructions. Throws where it is none. */
export function parseXml(text: string): Element {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>';
  if (!text.startsWith(declaration)) throw new Error("it has no declaration");
  if (!CHARACTERS.test(text)) throw new Error("it has a character that XML has not");
  interface Open {
    name: string;
    attributes: Record<string, string>;
    children: Element[];
    text: string;
  }
  const open: Open[] = [{ name: "", attributes: {}, children: [], text: "" }];
  const body = text.slice(declaration.length);
  let end = 0;
  for (const piece of body.matchAll(PIECE)) {
    end = piece.index + piece[0].length;
    const [, tag, words] = piece;
    const top = open.at(-1) as Open;
    if (tag === undefined) {
      top.text += resolved(words ?? "");
      continue;
    }
    const closes = /^\/([a-z]+)$/.exec(tag);
    if (closes) {
      open.pop();
      if (closes[1] !== top.name) throw new Error(`</${closes[1]}> closes <${top.name}>`);
      open.at(-1)?.children.push(top);
      continue;
    }
    const opens = /^([a-z]+)((?: [a-z]+="[^"]*")*)(\/?)$/.exec(tag);
    if (!opens) throw new Error(`<${tag}> is no tag`);
    const found = [...(opens[2] ?? "").matchAll(/ ([a-z]+)="([^"]*)"/g)];
    const attributes = Object.fromEntries(
      found.map(([, key, value]) => [key, resolved(value ?? "")]),
    );
    if (Object.keys(attributes).length < found.length)
      throw new Error(`<${tag}> says something twice`);
    const element = { name: opens[1] ?? "", attributes, children: [], text: "" };
    if (opens[3] === "/") top.children.push(element);
    else open.push(element);
  }
  const [root, ...more] = open[0]?.children ?? [];
  const rest = open[0]?.text.trim();
  if (end !== body.length || open.length > 1 || !root || more.length > 0 || rest !== "") {
    throw new Error("it is not one element");
  }
  return root;
}

function resolved(text: string): string {
  return text.replace(/&([^;&]*);?|&/g, (all, name) => {
    const letter = REFERENCES[name];
    if (letter === undefined || !all.endsWith(";")) throw new Error(`${all} is no reference`);
    return letter;
  });
}
