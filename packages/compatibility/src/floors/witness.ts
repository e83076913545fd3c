import type { Timeline } from "holdfast";
import {
  type Floor,
  type FlooredApi,
  type FloorField,
  type FloorMethod,
  isPlainObject,
  type Plain,
  tryAnswers,
  tryRequest,
} from "holdfast/floor";
import { ABSENT, candidates, exampleOf, exampleParams } from "./example.js";
import { FloorSchema } from "./floor-schema.js";
import type { Judges } from "./judges.js";
import { baseOf, type Occurrence, type RootCause } from "./root-causes.js";
import { sameJson } from "./same-json.js";

/** The contract of a version, as it is served. */
export type ServedContract = NonNullable<ReturnType<Timeline["at"]>>;

/** What worked, and what becomes of it now. */
export interface FloorWitness {
  readonly version: string;
  /** The method, event or error at which it shows. */
  readonly at: string;
  /** The params of a request, for one. */
  readonly sent?: Plain;
  /** What was so. */
  readonly before: Plain;
  /** What is so now: the refusal, or what is shown. */
  readonly now: Plain;
}

/** What witnesses are looked for with. */
export interface WitnessContext {
  readonly api: FlooredApi;
  readonly judges: Judges;
  readonly contract: (version: string) => ServedContract | undefined;
  readonly promised: (version: string) => Floor | undefined;
}

/**
 * The smallest payload that worked and now fails or looks different. The floor's side is judged by
 * its JSON Schema, today's side by the readers and renderers that serve; undefined where none is found.
 */
export async function witnessOf(
  cause: RootCause,
  context: WitnessContext,
): Promise<FloorWitness | undefined> {
  const occurrence = cause.occurrences.findLast(({ noticed }) => noticed.has(cause.direction));
  if (!occurrence) return undefined;
  const floor = context.promised(occurrence.version);
  const contract = context.contract(occurrence.version);
  if (!floor || !contract) return undefined;
  const found = { occurrence, floor, contract, context };
  return cause.direction === "request" ? sentWitness(found) : shownWitness(found);
}

interface Found {
  readonly occurrence: Occurrence;
  readonly floor: Floor;
  readonly contract: ServedContract;
  readonly context: WitnessContext;
}

function sentWitness({ occurrence, floor, contract, context }: Found): FloorWitness | undefined {
  const { change, version, noticed } = occurrence;
  const name = noticed.get("request")?.[0];
  const method = name === undefined ? undefined : floor.methods[name];
  if (name === undefined || !method) return undefined;
  const { api, judges } = context;
  if (change.what === "method" || change.what === "route") {
    const served = [...contract.methods.values()].some(
      ({ exists, verb, path }) => exists && `${verb} ${path}` === method.route,
    );
    const sent = exampleParams(floor, method.params);
    const now = "there is no such route";
    return served ? undefined : { version, at: method.route, sent, before: "taken", now };
  }
  const nameNow = servedName(contract, name, method.route);
  if (change.what === "keys") {
    const keys = [...contract.methods.values()].find((one) => one.name === nameNow)?.keys ?? [];
    const gone = (Array.isArray(change.before) ? change.before : []).find(
      (key) => !keys.some((one) => one === key),
    );
    if (gone === undefined) return undefined;
    const sent = exampleParams(floor, method.params);
    return { version, at: name, sent, before: `taken with a ${gone} key`, now: "refused" };
  }
  const takes = judges.judge(new FloorSchema(floor, "sent").wholeObject(method.params));
  const rules =
    change.what === "checks" ? change.names : change.what === "groups" ? "groups" : "none";
  const found = tried({ occurrence, floor, contract, context }, method)
    .filter((params) => takes(params))
    .flatMap((sent): FloorWitness[] => {
      const outcome = tryRequest(api, contract, nameNow, sent, rules);
      if ("refused" in outcome) {
        return [{ version, at: name, sent, before: "taken", now: `refused: ${outcome.refused}` }];
      }
      if (change.what !== "default" || valueIn(sent, change.path) !== undefined) return [];
      return [{ version, at: name, sent, before: means(change.before), now: means(change.now) }];
    });
  return smallest(found);
}

/** Params that may show a change: with values of all sorts where it stands. */
function tried({ occurrence, floor }: Found, { params }: FloorMethod): Record<string, Plain>[] {
  const { change } = occurrence;
  const values = (field: FloorField | undefined): readonly (Plain | typeof ABSENT)[] =>
    field ? [ABSENT, ...candidates(floor, field, change.field?.now)] : [ABSENT];
  if (change.path.length > 0) {
    return values(change.field?.before).map((value) =>
      exampleParams(floor, params, change.path, value),
    );
  }
  // A rule over several params: each of them in turn.
  return Object.entries(params.fields).flatMap(([name, field]) =>
    values(field).map((value) => exampleParams(floor, params, [name], value)),
  );
}

/** The name at the contract of the method that stands for one of the floor. */
function servedName(contract: ServedContract, name: string, route: string): string {
  const methods = [...contract.methods.values()].filter(({ exists }) => exists);
  if (methods.some((one) => one.name === name)) return name;
  return methods.find(({ verb, path }) => `${verb} ${path}` === route)?.name ?? name;
}

function means(value: Plain | undefined): string {
  return value === undefined || value === null ? "means nothing" : `means ${JSON.stringify(value)}`;
}

async function shownWitness({
  occurrence,
  floor,
  contract,
  context,
}: Found): Promise<FloorWitness | undefined> {
  const { change, version, noticed } = occurrence;
  const { owner, path } = change;
  const { api, judges } = context;
  const places = [...noticed.values()].flat();
  const place = places.find((one) => one.startsWith(baseOf(owner))) ?? places[0] ?? owner.name;
  const kinds: readonly string[] = ["event", "header", "wire"];
  if (change.what === "status" || kinds.includes(owner.kind)) {
    const isNamed = owner.kind === "event" || owner.kind === "header";
    const before = isNamed ? owner.name : (change.before ?? null);
    const now = isNamed ? (change.names[0] ?? "nothing") : (change.now ?? null);
    return { version, at: place, before, now };
  }
  if (owner.kind !== "resource" && owner.kind !== "error") return undefined;
  const schema = new FloorSchema(floor, "received");
  const body = owner.kind === "error" ? floor.errors[owner.name]?.body : undefined;
  const holds = judges.judge(
    body ? schema.wholeObject(body) : schema.whole({ $resource: owner.name }),
  );
  const shown = owner.kind === "error" ? { error: owner.name } : { resource: owner.name };
  const before = change.field?.before;
  const lost = change.what === "values" && change.names.find((name) => name.startsWith("-"));
  const was = before ? within(path, lost ? lost.slice(1) : exampleOf(floor, before.type)) : null;
  const gone = goneValue({ occurrence, floor, contract, context });
  if (gone !== undefined) {
    return { version, at: place, before: within(path, gone), now: "it is never shown" };
  }
  const secret = change.what !== "audience";
  const answers = await tryAnswers(api, contract, shown, judges.matching, secret);
  const found = answers
    .map((answer) => answer as Plain)
    .filter((answer) => !holds(answer))
    .map((answer) => ({ version, at: place, before: was, now: only(answer, change) }));
  return smallest(found.filter(({ now }) => !sameJson(now, was)));
}

/** A value of an enum that was shown, and is not any more. */
function goneValue({ occurrence: { change }, floor, context }: Found): Plain | undefined {
  const { before, now } = change.field ?? {};
  if (change.what !== "values" || change.received !== "gone" || !before || !now) return undefined;
  const schema = new FloorSchema(floor, "received");
  const [was, is] = [before, now].map(({ type }) => context.judges.judge(schema.whole(type)));
  return candidates(floor, before, now).find((value) => was?.(value) && !is?.(value));
}

function within(path: readonly string[], value: Plain): Plain {
  return path.reduceRight<Plain>((inner, name) => ({ [name]: inner }), value);
}

/** What an answer shows at the place of a change, under the new name where there is one. */
function only(answer: Plain, { path, what, names }: Occurrence["change"]): Plain {
  const shown = what === "renamed" ? [...path.slice(0, -1), names[0] ?? ""] : path;
  const value = valueIn(answer, shown);
  return value === undefined ? within(path.slice(0, -1), {}) : within(shown, value);
}

/** The value at a path; of lists, the first item's. */
function valueIn(value: Plain | undefined, [name, ...rest]: readonly string[]): Plain | undefined {
  if (Array.isArray(value)) return valueIn(value[0], name === undefined ? [] : [name, ...rest]);
  if (name === undefined || value === undefined) return value;
  return isPlainObject(value) ? valueIn(value[name], rest) : undefined;
}

function smallest(found: readonly FloorWitness[]): FloorWitness | undefined {
  const size = ({ sent, now }: FloorWitness): number => JSON.stringify([sent ?? null, now]).length;
  return [...found].sort((a, b) => size(a) - size(b))[0];
}
