import { code } from "../text/code.js";
import type { Life, VersionRef } from "./refs.js";

/** The version that a life is read at, and those that readers know of, oldest first. */
interface ReadAt {
  readonly version: VersionRef;
  readonly versions: readonly VersionRef[];
}

/**
 * Since when something exists, what else it was called, until when it did and what took its place:
 * a note of Markdown each.
 *
 * @param called what it is called on the page; names that it has at the version are not told
 */
export function lifeNotes(life: Life, called: string, at: ReadAt): readonly string[] {
  return [...since(life), ...otherNames(life, called, at), ...end(life)];
}

function since({ since: from, addedOn }: Life): readonly string[] {
  if (addedOn !== undefined) return [`Added on ${addedOn}, at every version`];
  return from === undefined ? [] : [`Since ${from}`];
}

/**
 * The names of what stands in another resource begin there and not on the page. So which of them
 * are the version's own is told by their versions.
 */
function otherNames(
  { names }: Life,
  called: string,
  { version, versions }: ReadAt,
): readonly string[] {
  const ranks = new Map(versions.map(({ name }, index) => [name, index]));
  const here = ranks.get(version.name) ?? versions.length;
  const own = new Set([called]);
  for (const { name, from, to } of names) {
    const isBegun = (ranks.get(from) ?? versions.length) <= here;
    if (isBegun && (ranks.get(to) ?? here) >= here) own.add(name);
  }
  return names.flatMap(({ name, from, to }) => {
    const first = ranks.get(from);
    // Drafts are told of only to those who look at one.
    if (own.has(name) || first === undefined) return [];
    return [first > here ? `${code(name)} from ${from}` : `${code(name)} up to ${to}`];
  });
}

function end({ until, replacedBy }: Life): readonly string[] {
  if (until === undefined) return [];
  const now = replacedBy.length === 0 ? "" : `: now ${replacedBy.map(code).join(", ")}`;
  return [`Gone in ${until}${now}`];
}

/**
 * A life without what is told of already where what is around it is described.
 *
 * @param name what it is called within that
 */
export function lifeWithin(life: Life, name: string, above: Life | undefined): Life {
  if (!above) return life;
  const around = new Set(above.names.map((one) => `${one.name}.${name}`));
  const endsWithIt = above.until === life.until;
  return {
    since: above.since === life.since ? undefined : life.since,
    addedOn: above.addedOn === life.addedOn ? undefined : life.addedOn,
    names: life.names.filter((one) => !around.has(one.name)),
    until: endsWithIt ? undefined : life.until,
    replacedBy: endsWithIt ? [] : life.replacedBy,
  };
}
