import { type Descriptions, type FloorField, isPlainObject } from "holdfast/floor";
import type { Change, What } from "../change.js";
import { baseOf } from "../root-causes.js";
import { conversionText, simplest } from "./conversion-text.js";
import type { Source, Sources } from "./module-text.js";
import { fieldText, type Words } from "./type-text.js";

/** The statements that say a change, and what must be there for them. */
export interface Verbs {
  /** Each is a whole statement, or with a `$` before it what happened to the field or param. */
  readonly verbs: readonly string[];
  readonly keeps: readonly { readonly path: readonly string[]; readonly text: string }[];
  readonly decide: readonly string[];
  /** Definitions beside its own that the statements name. */
  readonly needs: readonly Source[];
}

/** What a verb is written with. */
export interface VerbContext {
  readonly gate: string;
  readonly before: Descriptions;
  readonly sources: Sources;
}

type Write = (change: Change, context: VerbContext) => Verbs | undefined;

const none = { keeps: [], decide: [], needs: [] };
const said = (...verbs: readonly string[]): Verbs => ({ ...none, verbs });

const WRITERS: Readonly<Record<What, Write>> = {
  method: ({ owner }, { gate, sources }) => ({
    ...said(`methodRemoved(${sources(owner).name})`),
    keeps: [{ path: [], text: `until: ${JSON.stringify(gate)}` }],
  }),
  name: ({ owner, names: [now = ""] }, { sources }) => {
    const source = sources({ kind: "method", name: now });
    return {
      ...said(`methodWas(${source.name}, ${JSON.stringify(owner.name)})`),
      needs: [source],
    };
  },
  route: ({ owner, before }, { sources }) =>
    said(`routeWas(${sources(owner).name}, ${JSON.stringify(before)})`),
  keys: ({ owner, before }, { sources }) =>
    said(`keysWere(${sources(owner).name}, ${JSON.stringify(before)})`),
  checks: ({ owner, names }, { sources }) =>
    said(...names.map((name) => `checkAdded(${sources(owner).name}, ${JSON.stringify(name)})`)),
  groups: () => undefined,
  status: ({ owner, before }, { sources }) =>
    said(
      owner.kind === "error"
        ? `statusWas(${sources(owner).name}, ${before})`
        : `successStatusWas(${sources(owner).name}, ${before})`,
    ),
  returns: listStyle,
  aspect: () => undefined,
  field: (change, context) =>
    change.before === undefined ? required(change) : gone(change, context),
  renamed: ({ owner, names: [now = ""] }, { sources }) => {
    if (owner.kind === "event") {
      const event = sources({ kind: "event", name: now });
      return { ...said(`eventWas(${event.name}, ${JSON.stringify(owner.name)})`), needs: [event] };
    }
    if (owner.kind === "header") {
      const header = sources({ kind: "header", name: now });
      const text = `responseHeaderWas(${header.name}, ${JSON.stringify(owner.name)})`;
      return { ...said(text), needs: [header] };
    }
    return said(`$renamedTo(${JSON.stringify(now)})`);
  },
  type: retyped,
  limits,
  values: valuesVerbs,
  optional: (change) => (change.owner.kind === "method" ? required(change) : absent(change)),
  nullable,
  default: ({ before, sent }) => {
    if (sent === "narrower") return said(`$becameRequired(${JSON.stringify(before)})`);
    // Where leaving it out meant nothing, no value stands for that.
    return before === null ? undefined : said(`$defaultWas(${JSON.stringify(before)})`);
  },
  expansion: () => said("$becameExpandOnly()"),
  audience: () => said("$hiddenFromPublishableKeys()"),
  unknown_keys: ({ path }) => (path.length > 0 ? said("$unknownKeysBecameRefused()") : undefined),
  error: () => undefined,
  event: ({ owner }, { gate, sources }) => ({
    ...said(`eventRemoved(${sources(owner).name})`),
    keeps: [{ path: [], text: `until: ${JSON.stringify(gate)}` }],
  }),
  event_object: () => undefined,
  header: ({ owner }, { gate, sources }) => ({
    ...said(`responseHeaderRemoved(${sources(owner).name})`),
    keeps: [{ path: [], text: `until: ${JSON.stringify(gate)}` }],
  }),
  wire: ({ before, names: [policy = ""] }) =>
    said(`wireWas({ ${policy}: ${JSON.stringify(before)} })`),
};

/** A list of a method that is wrapped otherwise, or no longer, or now. */
function listStyle({ owner, before, now }: Change, { sources }: VerbContext): Verbs | undefined {
  if (!isPlainObject(before) || !isPlainObject(now)) return undefined;
  if (!("$page" in before) || !("$page" in now) || before.$list === now.$list) return undefined;
  const style = before.$list === null ? "array" : "envelope";
  return said(`listWas(listOf(${sources(owner).name}), ${JSON.stringify(style)})`);
}

/** The verbs that say a change in the direction in which it happened; undefined where none does. */
export function verbOf(change: Change, context: VerbContext): Verbs | undefined {
  return WRITERS[change.what](change, context);
}

function required({ what, field }: Change): Verbs {
  const isNew = what === "field";
  return {
    ...said("$becameRequired()"),
    decide: [
      isNew
        ? `Say what it meant that ${field?.now?.kind ?? "it"} was not there: becameRequired(value).`
        : "Say what it meant where it was left out: becameRequired(value).",
    ],
  };
}

function gone(change: Change, context: VerbContext): Verbs | undefined {
  const before = change.field?.before;
  const name = change.path.at(-1);
  if (!before || name === undefined) return undefined;
  const text = `${name}: ${fieldText(before, wordsOf(change, context), resourceName(context))}`;
  return {
    ...said("$removed()"),
    keeps: [
      { path: change.path.slice(0, -1), text: `${text}.until(${JSON.stringify(context.gate)})` },
    ],
  };
}

/** The older type, and how values of the two follow from each other. */
function retyped(change: Change, context: VerbContext): Verbs | undefined {
  const { before, now } = change.field ?? {};
  if (!before || !now) return undefined;
  const { text, decide } = conversionText(before, now);
  // Only its type is older: what else happened to the field is told by itself.
  const { nullable: _nullable, ...older } = before;
  const nullableNow = now.nullable === undefined ? {} : { nullable: now.nullable };
  const field: FloorField = { ...older, kind: before.kind, type: before.type, ...nullableNow };
  const was = fieldText(field, wordsOf(change, context), resourceName(context));
  return { ...said(`$wasOfType(${was}${text === "" ? "" : `, ${text}`})`), decide };
}

/** Limits by the names that types have for them. */
function limits(change: Change, context: VerbContext): Verbs | undefined {
  const { before, now } = change.field ?? {};
  const names = change.names.map((keyword) => LIMIT_NAMES[keyword]);
  if (!before || !now || names.includes(undefined)) return retyped(change, context);
  const older = limitsOf(before);
  const text = names.map((name = "") => `${name}: ${JSON.stringify(older[name])}`).join(", ");
  return said(`$limitsWere({ ${text} })`);
}

function limitsOf({ type }: FloorField): Readonly<Record<string, unknown>> {
  const keywords = type as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(LIMIT_NAMES).map(([keyword, name]) => [name, keywords[keyword]]),
  );
}

const LIMIT_NAMES: Readonly<Record<string, string>> = {
  minimum: "min",
  maximum: "max",
  minLength: "minLength",
  maxLength: "maxLength",
  maxItems: "maxItems",
  maxProperties: "maxKeys",
};

/** What stands for what older versions do not know. */
function absent(change: Change): Verbs {
  const { before, now } = change.field ?? {};
  if (!before || now?.nullable === true) return said("$becameOptional()");
  const value = JSON.stringify(simplest(before));
  const decide = [`Say what older versions see where it is absent: ${value} is a guess.`];
  return { ...said(`$becameOptional(${value})`), decide };
}

function nullable(change: Change): Verbs | undefined {
  const { before, now } = change.field ?? {};
  if (!before || !now) return undefined;
  const value = JSON.stringify(simplest(before));
  const verb = now.nullable === true ? "becameNullable" : "neverNull";
  const decide =
    verb === "neverNull"
      ? [`Say what a null of older callers stands for: ${value} is a guess.`]
      : [`Say what older versions see for null: ${value} is a guess.`];
  return { ...said(`$${verb}(${value})`), decide };
}

function valuesVerbs(change: Change, context: VerbContext): Verbs {
  const names = (sign: string): string[] =>
    change.names.filter((name) => name.startsWith(sign)).map((name) => name.slice(1));
  const [goneNames, added] = [names("-"), names("+")];
  const [old, today] = [goneNames[0] ?? "", added[0] ?? ""];
  if (goneNames.length === 1 && added.length === 1) {
    return said(`$valuesRenamed(${JSON.stringify({ [old]: today })})`);
  }
  const kept = valuesIn(change.field?.now).filter((value) => !added.includes(value));
  const instead = kept[0] ?? "";
  const words = wordsOf(change, context);
  const last = change.path.at(-1) ?? "";
  const removedText = goneNames.map((value) => {
    const meant = words([`${last}=${value}`]) ?? "As it was.";
    return `${JSON.stringify(value)}: ${JSON.stringify({ meant, takenAs: instead })}`;
  });
  const seen = Object.fromEntries(added.map((value) => [value, instead]));
  return {
    ...said(
      ...(goneNames.length > 0 ? [`$valuesRemoved({ ${removedText.join(", ")} })`] : []),
      ...(added.length > 0 ? [`$valuesAdded(${JSON.stringify(seen)})`] : []),
    ),
    decide: [
      `Say what stands for ${[...goneNames, ...added].join(", ")}: "${instead}" is a guess.`,
    ],
  };
}

function valuesIn(field: FloorField | undefined): readonly string[] {
  const values = (field?.type as { enum?: readonly unknown[] } | undefined)?.enum;
  return (values ?? []).map(String);
}

/** The words of a field, and of what stands below it. */
function wordsOf({ owner, path }: Change, { before }: VerbContext): Words {
  const mark = owner.kind === "method" ? " " : ".";
  const name = owner.kind === "error" ? `error ${owner.name}` : baseOf(owner);
  return (below) => {
    const [first = "", ...rest] = below;
    // A value of the field itself stands beside it: `status=paid`.
    const isValue = below.length > 0 && first.startsWith(`${path.at(-1) ?? ""}=`);
    const whole = isValue ? [...path.slice(0, -1), first, ...rest] : [...path, ...below];
    return before[`${name}${mark}${whole.join(".")}`];
  };
}

function resourceName({ sources }: VerbContext): (resource: string) => string {
  return (name) => sources({ kind: "resource", name: name.split("@")[0] ?? name }).name;
}
