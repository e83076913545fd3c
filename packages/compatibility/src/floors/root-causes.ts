import { behind, canonicalJson, type Plain } from "holdfast/floor";
import { type Direction, type Policy, type Severity, severityOf } from "../report/severity.js";
import type { Change, NoticedChange, Owner } from "./change.js";

/** Where one version notices a root cause. */
export interface Occurrence extends NoticedChange {
  readonly version: string;
}

/** One edit, and everything that came of it. */
export interface RootCause {
  /** As the newest version that it shows at has it. */
  readonly change: Change;
  /** Every place at that version: one edit may stand behind several. */
  readonly places: readonly Change[];
  /** Versions at which it is noticed, oldest first. */
  readonly versions: readonly string[];
  readonly occurrences: readonly Occurrence[];
  /** The methods and events that it is noticed at, by direction. */
  readonly noticed: ReadonlyMap<Direction, readonly string[]>;
  readonly severity: Severity;
  /** The direction that it is worst for. */
  readonly direction: Direction;
}

const DIRECTIONS: readonly Direction[] = ["request", "response", "webhook"];
const ORDER: readonly Severity[] = ["breaking", "warning", "info"];

/** Puts together what one edit did at all its places and at all versions, in a stable order. */
export function rootCauses(occurrences: readonly Occurrence[], policy: Policy): RootCause[] {
  const byPlace = grouped(occurrences, ({ change }) => placeKey(change));
  const byEdit = grouped([...byPlace.values()], (all) => editKey(newest(all)));
  return [...byEdit.values()]
    .map((groups) => rootCause(groups.flat(), policy))
    .filter(({ noticed }) => noticed.size > 0)
    .sort(compare);
}

function newest(all: readonly Occurrence[]): Change {
  const last = all.at(-1);
  if (!last) throw new TypeError("no root cause without an occurrence");
  return last.change;
}

/** The same for one definition at all versions, whatever it is called there. */
function placeKey({ what, owner, path, field, names }: Change): string {
  const head = field?.now && behind(field.now)?.target.join(".");
  const detail = what === "aspect" || what === "wire" ? names : [];
  return JSON.stringify([what, owner.kind, baseOf(owner), head ?? path.join("."), detail]);
}

/** The same where the same thing happened to things that are alike: they share a definition. */
function editKey({ what, owner, path, before, now, names }: Change): string {
  const canonical = (value: Plain | undefined) =>
    value === undefined ? null : canonicalJson(value);
  const place = path.at(-1) ?? `${owner.kind} ${baseOf(owner)}`;
  return JSON.stringify([what, place, canonical(before), canonical(now), names]);
}

/** What an owner is called without the place that makes it special. */
export function baseOf({ name }: Owner): string {
  return name.split("@")[0] ?? name;
}

function rootCause(occurrences: readonly Occurrence[], policy: Policy): RootCause {
  const versions = [...new Set(occurrences.map(({ version }) => version))];
  const last = versions.at(-1);
  const places = occurrences.filter(({ version }) => version === last).map(({ change }) => change);
  const [change] = places;
  if (!change) throw new TypeError("no root cause without an occurrence");
  const noticed = new Map<Direction, readonly string[]>();
  let severity: Severity = "info";
  let direction: Direction | undefined;
  for (const one of DIRECTIONS) {
    const effect = one === "request" ? change.sent : change.received;
    const operations = occurrences.flatMap((all) => all.noticed.get(one) ?? []);
    if (effect === undefined || operations.length === 0) continue;
    noticed.set(one, [...new Set(operations)].sort());
    const found = severityOf(
      {
        effect,
        direction: one,
        ...(change.codeOnly && { surface: "code" }),
        ...(change.unproven && { proven: "tested" }),
      },
      policy,
    );
    if (direction === undefined || ORDER.indexOf(found) < ORDER.indexOf(severity)) {
      severity = found;
      direction = one;
    }
  }
  const found = { change, places: distinct(places), versions, occurrences, noticed, severity };
  return { ...found, direction: direction ?? "response" };
}

function distinct(changes: readonly Change[]): readonly Change[] {
  return [...grouped(changes, ({ owner, path }) => JSON.stringify([owner, path])).values()].flatMap(
    ([first]) => first ?? [],
  );
}

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

function compare(a: RootCause, b: RootCause): number {
  const [one, other] = [a, b].map(({ change: { owner, path, what }, severity }) =>
    [ORDER.indexOf(severity), owner.kind, owner.name, path.join("."), what].join(" "),
  );
  return one === other ? 0 : (one ?? "") < (other ?? "") ? -1 : 1;
}
