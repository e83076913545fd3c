import { DOM } from "./dom.js";

/** What a page tells, and what has pages of its own below it. */
export interface PageFacts {
  readonly facts: readonly string[];
  /** Slugs of those pages, and what goes before the facts that they tell. */
  readonly deeper: readonly { readonly slug: string; readonly prefix: string }[];
}

/** An element that is open, and what names within it begin with. */
interface Open {
  readonly tag: string;
  readonly marks: ReadonlyMap<string, string>;
  readonly prefix: string | undefined;
  /** The name of the attribute around it, with all that goes before. */
  readonly at: string | undefined;
  readonly sorts: { is: boolean };
}

const PIECE = /<(\/?)([a-z0-9]+)((?:"[^"]*"|[^">])*?)(\/?)>|([^<]+)/g;
const MARK = /([a-z-]+)(?:="([^"]*)")?/g;
const VOID = new Set(["input", "meta", "link", "br", "hr"]);
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/**
 * Reads off the HTML which attributes, values and variants a page tells of: in the form of the
 * model's own test, `method charges.create params source.number`.
 *
 * @param prefixes what goes before the names in a list of params, or of fields
 */
export function factsOfHtml(
  html: string,
  prefixes: { readonly params: string; readonly fields: string },
): PageFacts {
  const facts: string[] = [];
  const deeper: { slug: string; prefix: string }[] = [];
  const open: Open[] = [];
  const inside = (name: string, value: string) =>
    open.some(({ marks }) => marks.get("class")?.split(" ").includes(value) && name === "class");
  for (const [, closes, tag = "", rest = "", alone, text] of html.matchAll(PIECE)) {
    const last = open.at(-1);
    if (text !== undefined) {
      if (last && inside("class", "type") && text.startsWith("field of ")) last.sorts.is = true;
      if (last?.at && last.tag === "code" && open.at(-2)?.tag === "dt") {
        facts.push(`${last.at} = ${plain(text)}`);
        if (last.sorts.is) facts.push(`${last.at} = -${plain(text)}`);
      }
    } else if (closes) open.pop();
    else {
      const marks = new Map(
        [...rest.matchAll(MARK)].map(([, name = "", value = ""]) => [name, plain(value)]),
      );
      const next = entered(tag, marks, last, prefixes, facts);
      const href = marks.get("href");
      if (tag === "a" && href && inside("class", "deeper") && !marks.has(DOM.expand) && last?.at) {
        deeper.push({ slug: slugOf(href), prefix: last.at });
      }
      if (!alone && !VOID.has(tag)) open.push(next);
    }
  }
  return { facts, deeper };
}

function entered(
  tag: string,
  marks: ReadonlyMap<string, string>,
  around: Open | undefined,
  prefixes: { readonly params: string; readonly fields: string },
  facts: string[],
): Open {
  const base = {
    tag,
    marks,
    prefix: around?.prefix,
    at: around?.at,
    sorts: around?.sorts ?? { is: false },
  };
  const part = marks.get(DOM.attributes);
  if (part === "params" || part === "fields") return { ...base, prefix: prefixes[part] };
  const name = marks.get(DOM.name);
  if (name !== undefined && around?.prefix !== undefined) {
    const at = around.prefix + name;
    // What every method takes is no param of the contract.
    if (marks.get(DOM.key) !== "expand") facts.push(at);
    return { ...base, at, prefix: `${at}.`, sorts: { is: false } };
  }
  const variant = marks.get(DOM.variant);
  if (variant === undefined) return base;
  const resource = marks.get(DOM.resource);
  const owner = around?.at ?? prefixes.fields;
  if (resource !== undefined)
    facts.push(around?.at === undefined ? `${owner}<${resource}>` : `${owner}.<${resource}>`);
  else if (variant !== "text" && variant !== "object") facts.push(`${owner}<${variant}>`);
  const isArm = resource === undefined && variant !== "text" && variant !== "object";
  const below = around?.at === undefined ? owner : isArm ? `${owner}<${variant}>.` : `${owner}.`;
  return { ...base, prefix: below };
}

/** The slug in the address of a page of a server. */
function slugOf(href: string): string {
  const [path = ""] = href.split("?");
  return decodeURIComponent(path.replace(/^\/docs\//, ""));
}

function plain(text: string): string {
  return text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
