import type { FloorField, Plain } from "holdfast/floor";
import type { Effect } from "../report/severity.js";
import type { Change, What } from "./change.js";
import { type Compared, compareObject, type ObjectPlace, spot } from "./compare-object.js";
import { compareType } from "./compare-type.js";
import { sameJson } from "./same-json.js";

/** How a field's aspect bears on what callers send and receive. */
interface AspectRule {
  readonly what: What;
  /** What an aspect is where a floor does not say. */
  readonly otherwise: Plain;
  readonly sent: (before: FloorField, now: FloorField) => Effect | undefined;
  readonly received: (before: FloorField, now: FloorField) => Effect | undefined;
}

const nothing = (): undefined => undefined;
const other = (): Effect => "other";
const grown =
  (aspect: string, large: Plain) =>
  (_before: FloorField, now: FloorField): Effect =>
    now[aspect] === large ? "wider" : "narrower";

/** A param that must be given. */
function required({ optional, default: value }: FloorField): boolean {
  return optional !== true && value === undefined;
}

const RULES: Readonly<Record<string, AspectRule>> = {
  nullable: {
    what: "nullable",
    otherwise: false,
    sent: grown("nullable", true),
    received: grown("nullable", true),
  },
  optional: {
    what: "optional",
    otherwise: false,
    sent: (before, now) =>
      required(before) === required(now) ? undefined : required(now) ? "narrower" : "wider",
    received: grown("optional", true),
  },
  default: {
    what: "default",
    otherwise: null,
    // One that was required could not be left out; one that is required is told of as that.
    sent: (before, now) =>
      required(before)
        ? before.optional === now.optional
          ? "wider"
          : undefined
        : required(now)
          ? before.optional === now.optional
            ? "narrower"
            : undefined
          : "other",
    received: nothing,
  },
  audience: {
    what: "audience",
    otherwise: "everyone",
    sent: nothing,
    received: (_before, now) => (now.audience === "secret" ? "gone" : "added"),
  },
  onlyExpanded: {
    what: "expansion",
    otherwise: false,
    sent: nothing,
    received: (_before, now) => (now.onlyExpanded === true ? "gone" : "added"),
  },
  takesEmpty: { what: "aspect", otherwise: false, sent: other, received: nothing },
  prefix: { what: "aspect", otherwise: null, sent: nothing, received: () => "gone" },
  missingStatus: { what: "aspect", otherwise: null, sent: other, received: nothing },
  // What stands in another place is not read where it stood.
  header: { what: "aspect", otherwise: null, sent: () => "narrower", received: nothing },
};

/** Told of by other means, or to nobody. */
const SILENT = new Set(["kind", "type"]);

/** Compares two fields that stand for each other. */
export function compareField(before: FloorField, now: FloorField, place: ObjectPlace): Compared {
  const { changes, inside } = compareType(before.type, now.type);
  const field = { before, now };
  const within = inside.objects.map((one) =>
    compareObject(one.before, one.now, { ...place, at: [...place.at, "type", ...one.at] }),
  );
  return {
    changes: [
      ...changes.map(
        ({ what, effect, names, unproven }): Change => ({
          ...spot(place),
          at: [...place.at, "type"],
          what,
          // What is neither wider nor narrower is both.
          sent: effect === "other" ? "narrower" : effect,
          received: effect === "other" ? "wider" : effect,
          before: before.type,
          now: now.type,
          names,
          field,
          ...(unproven && { unproven }),
        }),
      ),
      ...aspectChanges(before, now, place),
      ...within.flatMap((one) => one.changes),
    ],
    resources: [...inside.resources, ...within.flatMap((one) => one.resources)],
    pages: inside.pages || within.some((one) => one.pages),
  };
}

function aspectChanges(before: FloorField, now: FloorField, place: ObjectPlace): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names.flatMap((name): Change[] => {
    if (SILENT.has(name)) return [];
    const rule = RULES[name];
    const otherwise = rule?.otherwise ?? null;
    const [was, is] = [before[name] ?? otherwise, now[name] ?? otherwise];
    if (sameJson(was, is)) return [];
    const sent = rule ? rule.sent(before, now) : "other";
    const received = rule ? rule.received(before, now) : "gone";
    if (sent === undefined && received === undefined) return [];
    return [
      {
        ...spot(place),
        at: [...place.at, name],
        what: rule?.what ?? "aspect",
        sent,
        received,
        before: was,
        now: is,
        names: [name],
        field: { before, now },
      },
    ];
  });
}
