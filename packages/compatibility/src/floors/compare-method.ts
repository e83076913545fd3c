import { namelessRoute } from "holdfast/contract";
import type { FloorMethod, Plain } from "holdfast/floor";
import type { Effect } from "../report/severity.js";
import type { Change, Owner, What } from "./change.js";
import { type Compared, compareObject, type ObjectPlace, spot } from "./compare-object.js";
import { compareType } from "./compare-type.js";
import { sameJson } from "./same-json.js";

/** How an aspect of a method bears on what callers send and receive. */
interface MethodAspect {
  readonly what: What;
  readonly otherwise: Plain;
  readonly sent: (before: Plain, now: Plain) => Effect | undefined;
  readonly received: (before: Plain, now: Plain) => Effect | undefined;
}

const nothing = (): undefined => undefined;
/** What it was is gone. */
const gone = (): Effect => "gone";

/** More of them ask more of callers. */
const demands = (before: Plain, now: Plain): Effect =>
  holdsAll(before, now) ? "wider" : "narrower";
/** More of them allow callers more. */
const allows = (before: Plain, now: Plain): Effect =>
  holdsAll(now, before) ? "wider" : "narrower";

const ASPECTS: Readonly<Record<string, MethodAspect>> = {
  keys: { what: "keys", otherwise: ["secret"], sent: allows, received: nothing },
  checks: { what: "checks", otherwise: [], sent: demands, received: nothing },
  oneRequired: { what: "groups", otherwise: [], sent: demands, received: nothing },
  onlyOne: { what: "groups", otherwise: [], sent: demands, received: nothing },
  status: { what: "status", otherwise: 200, sent: nothing, received: gone },
};

/** Compared by themselves; which errors a method may answer is told by what they look like. */
const SILENT = new Set(["route", "params", "returns", "raises"]);

/** What a method asks of its callers, and what it answers. */
export interface ComparedMethod {
  readonly own: readonly Change[];
  readonly params: Compared;
  readonly returns: Compared;
}

/** Compares two methods that stand for each other. */
export function compareMethod(
  before: FloorMethod,
  now: FloorMethod,
  place: ObjectPlace,
): ComparedMethod {
  return {
    own: [...routeChange(before, now, place), ...aspectChanges(before, now, place)],
    params: compareObject(before.params, now.params, {
      ...place,
      at: [...place.at, "params"],
    }),
    returns: compareReturns(before, now, place),
  };
}

/** The names of path params are no part of a route: nobody sends them. */
function routeChange(before: FloorMethod, now: FloorMethod, place: ObjectPlace): Change[] {
  if (namelessRoute(before.route) === namelessRoute(now.route)) return [];
  return [
    {
      ...spot(place),
      at: [...place.at, "route"],
      what: "route",
      sent: "gone",
      received: undefined,
      before: before.route,
      now: now.route,
      names: [before.route, now.route],
    },
  ];
}

function aspectChanges(before: FloorMethod, now: FloorMethod, place: ObjectPlace): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names.flatMap((name): Change[] => {
    if (SILENT.has(name)) return [];
    const rule = ASPECTS[name];
    const otherwise = rule?.otherwise ?? null;
    const was = (before[name] ?? otherwise) as Plain;
    const is = (now[name] ?? otherwise) as Plain;
    if (sameJson(was, is)) return [];
    return [
      {
        ...spot(place),
        at: [...place.at, name],
        what: rule?.what ?? "aspect",
        sent: rule ? rule.sent(was, is) : "other",
        received: rule ? rule.received(was, is) : "gone",
        before: was,
        now: is,
        names: rule?.what === "checks" ? difference(is, was) : [name],
      },
    ];
  });
}

function compareReturns(before: FloorMethod, now: FloorMethod, place: ObjectPlace): Compared {
  const at = [...place.at, "returns"];
  const { changes, inside } = compareType(before.returns, now.returns);
  const within = inside.objects.map((one) =>
    compareObject(one.before, one.now, { ...place, at: [...at, ...one.at] }),
  );
  return {
    changes: [
      ...changes.map(
        ({ effect, unproven }): Change => ({
          ...spot(place),
          at,
          what: "returns",
          sent: undefined,
          received: effect === "other" ? "wider" : effect,
          before: before.returns,
          now: now.returns,
          names: [],
          ...(unproven && { unproven }),
        }),
      ),
      ...within.flatMap((one) => one.changes),
    ],
    resources: [...inside.resources, ...within.flatMap((one) => one.resources)],
    pages: inside.pages || within.some((one) => one.pages),
  };
}

function holdsAll(all: Plain, some: Plain): boolean {
  return difference(some, all).length === 0;
}

/** What the first list holds and the second does not. */
function difference(one: Plain, other: Plain): string[] {
  const held = new Set(Array.isArray(other) ? other.map((item) => JSON.stringify(item)) : []);
  return (Array.isArray(one) ? one : [])
    .filter((item) => !held.has(JSON.stringify(item)))
    .map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
}

/** A method that is no longer there. */
export function methodGone(owner: Owner, method: FloorMethod): Change {
  return {
    owner,
    path: [],
    at: ["methods", owner.name],
    what: "method",
    sent: "gone",
    received: undefined,
    before: method as unknown as Plain,
    now: undefined,
    names: [method.route],
  };
}

/** A method that is new. */
export function methodAdded(owner: Owner, method: FloorMethod): Change {
  return {
    owner,
    path: [],
    at: ["methods", owner.name],
    what: "method",
    sent: "added",
    received: undefined,
    before: undefined,
    now: method as unknown as Plain,
    names: [method.route],
  };
}

/** A method that is called otherwise now: nothing on the wire says its name. */
export function methodRenamed(owner: Owner, now: string): Change {
  return {
    owner,
    path: [],
    at: ["methods", owner.name],
    what: "name",
    sent: "gone",
    received: undefined,
    before: owner.name,
    now,
    names: [now],
    codeOnly: true,
  };
}
