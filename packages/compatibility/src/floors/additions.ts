import { type Addition, type Floor, isPlainObject, type Plain, runs } from "holdfast/floor";
import type { Change } from "./change.js";
import { subjectOf } from "./mend/mend.js";
import type { RootCause } from "./root-causes.js";

/** What is served at a version beyond what was promised. */
export interface Served {
  readonly promised: Floor;
  readonly served: Floor;
}

/**
 * What the ledger gets for changes that hurt nobody: from then on, they are promises. Resources
 * that only an addition shows come with it.
 */
export function additionsOf(
  causes: readonly RootCause[],
  versions: ReadonlyMap<string, Served>,
  date: string,
): Addition[] {
  const found = new Map<string, { addition: Addition; versions: string[] }>();
  const add = (version: string, at: readonly string[], shape: Plain, what: string): void => {
    const key = JSON.stringify([at, shape]);
    const known = found.get(key);
    if (known) known.versions.push(version);
    else found.set(key, { addition: { date, what, versions: [], at, shape }, versions: [version] });
  };
  for (const { occurrences } of causes) {
    for (const { change, version } of occurrences) {
      const sides = versions.get(version);
      if (!sides || change.at.length === 0) continue;
      const shape = change.now ?? null;
      add(version, change.at, shape, wordsOf(change));
      for (const name of resourcesOf(shape, sides)) {
        const resource = sides.served.resources[name] as unknown as Plain;
        add(version, ["resources", name], resource, `resource ${name}`);
      }
    }
  }
  return [...found.values()].map(({ addition, versions: held }) => ({
    ...addition,
    versions: [...new Set(held)],
  }));
}

/** The resources that a shape brings along, which the floor did not have. */
function resourcesOf(shape: Plain, { promised, served }: Served): readonly string[] {
  const names = new Set(namesIn(shape, served.lists));
  for (const name of names) {
    const resource = served.resources[name];
    if (!resource) continue;
    for (const one of namesIn(resource as unknown as Plain, served.lists)) names.add(one);
    for (const arm of Object.values(resource.arms ?? {})) names.add(arm);
  }
  return [...names].filter((name) => name in served.resources && !(name in promised.resources));
}

function namesIn(value: Plain, lists: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesIn(item, lists));
  if (!isPlainObject(value)) return [];
  const own = [value.$resource, value.$reference].filter((name) => typeof name === "string");
  const objects = Array.isArray(value.objects) ? value.objects.map(String) : [];
  return [
    ...own,
    ...objects,
    ...("$page" in value ? [lists] : []),
    ...Object.values(value).flatMap((inner) => namesIn(inner, lists)),
  ];
}

/** What an addition is, for people. */
function wordsOf(change: Change): string {
  const kind =
    change.path.length === 0
      ? change.owner.kind
      : change.owner.kind === "method"
        ? "param"
        : "field";
  const now = change.before === undefined ? "" : ` (${change.what})`;
  return `${kind} ${subjectOf(change)}${now}`;
}

/** Versions as people read them: `2011-06-21 to 2014-01-01, 2015-02-18`. */
export function showVersions(versions: readonly string[], order: readonly string[]): string {
  const all = order.filter((version) => versions.includes(version));
  return runs(all, order)
    .map(({ from, to }) => (from === to ? from : `${from} to ${to}`))
    .join(", ");
}
