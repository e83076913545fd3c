import { isLive, type Version } from "holdfast";
import {
  type Addition,
  type Descriptions,
  descriptionsOf,
  type Floor,
  type FlooredApi,
  type Floors,
  floorOf,
  readFloors,
  today,
  withAdditions,
} from "holdfast/floor";
import type { Policy } from "../report/severity.js";
import { additionsOf, type Served } from "./additions.js";
import { compareFloors, type Side } from "./compare-floors.js";
import type { Judges } from "./judges.js";
import { Memory } from "./memory.js";
import { type Mend, mendOf } from "./mend/mend.js";
import type { Source, Sources } from "./mend/module-text.js";
import { type Occurrence, type RootCause, rootCauses } from "./root-causes.js";
import { type FloorWitness, type ServedContract, witnessOf } from "./witness.js";

/** How an API is checked against its floors. */
export interface CheckSettings {
  /** The folder of its floors. */
  readonly folder: string;
  readonly judges: Judges;
  readonly sources: Sources;
  /** Who must not notice; `wire` if left out. */
  readonly policy?: Policy;
  /** Milliseconds since 1970; now, if left out. */
  readonly now?: number;
}

/** One root cause, with what shows it and what mends it. */
export interface FloorFinding {
  readonly cause: RootCause;
  readonly witness: FloorWitness | undefined;
  /** Undefined where no verb says it, or where the newest version is as it was. */
  readonly mend: Mend | undefined;
  readonly source: Source;
  /** What people were told, and are told now. */
  readonly words: { readonly before: string | undefined; readonly now: string | undefined };
}

/** What came of a check. */
export interface FloorCheck {
  readonly verdict: "safe" | "breaking";
  /** What was promised and is gone or changed. */
  readonly findings: readonly FloorFinding[];
  /** What was added since, and is not in the ledger. */
  readonly additions: readonly Addition[];
  /** Live versions that have no floor. */
  readonly unfloored: readonly string[];
  /** Live versions that were compared, oldest first. */
  readonly versions: readonly string[];
  /** All versions, oldest first. */
  readonly order: readonly string[];
}

/**
 * Compares what would be served at every live version with what its floor and the ledger promise.
 * @throws FloorError where the floors cannot be read
 */
export async function checkFloors(api: FlooredApi, settings: CheckSettings): Promise<FloorCheck> {
  const floors = await readFloors(settings.folder, api);
  const { now = Date.now(), policy = "wire" } = settings;
  const live = api.timeline.versions.filter((version) => isLive(version, now));
  const sides = sidesOf(api, floors, live);
  const memory = new Memory();
  const occurrences = [...sides].flatMap(([version, side]): readonly Occurrence[] =>
    compareFloors(side.before, side.now, memory).map((noticed) => ({ ...noticed, version })),
  );
  const causes = rootCauses(occurrences, policy);
  const breaking = causes.filter(({ severity }) => severity !== "info");
  const findings: FloorFinding[] = [];
  for (const cause of breaking) findings.push(await findingOf(cause, api, sides, settings));
  const verdict = causes.some(({ severity }) => severity === "breaking") ? "breaking" : "safe";
  const served = new Map(
    [...sides].map(([version, { before, now: is }]): [string, Served] => [
      version,
      { promised: before.floor, served: is.floor },
    ]),
  );
  const harmless = causes.filter(({ severity }) => severity === "info");
  return {
    verdict,
    findings,
    additions: additionsOf(harmless, served, today(now)),
    unfloored: live.map(({ name }) => name).filter((name) => !floors.versions.has(name)),
    versions: [...sides.keys()],
    order: api.timeline.versions.map(({ name }) => name),
  };
}

/** What is served; words are looked for only where something changed. */
class ServedSide implements Side {
  readonly floor: Floor;
  readonly #contract: ServedContract;
  #descriptions: Descriptions | undefined;

  constructor(contract: ServedContract, floor: Floor) {
    this.#contract = contract;
    this.floor = floor;
  }

  get descriptions(): Descriptions {
    this.#descriptions ??= descriptionsOf(this.#contract, this.floor);
    return this.#descriptions;
  }
}

interface Sides {
  readonly contract: ServedContract;
  readonly before: Side;
  readonly now: Side;
}

function sidesOf(
  api: FlooredApi,
  floors: Floors,
  live: readonly Version[],
): ReadonlyMap<string, Sides> {
  const sides = new Map<string, Sides>();
  for (const { name } of live) {
    const released = floors.versions.get(name);
    // What was amended since the floor was written lowers it, and nothing else does.
    const contract = released && api.timeline.asOf(name, released.written);
    if (!released || !contract) continue;
    const promised = withAdditions(released.floor, name, floors.additions);
    const floor = floorOf(contract, api.definitions);
    sides.set(name, {
      contract,
      before: { floor: promised, descriptions: floors.descriptions.get(name) ?? {} },
      now: new ServedSide(contract, floor),
    });
  }
  return sides;
}

async function findingOf(
  cause: RootCause,
  api: FlooredApi,
  sides: ReadonlyMap<string, Sides>,
  { judges, sources }: CheckSettings,
): Promise<FloorFinding> {
  const newest = sides.get(cause.versions.at(-1) ?? "");
  const before = newest?.before.descriptions ?? {};
  const isNewest = cause.versions.at(-1) === api.timeline.versions.at(-1)?.name;
  const taken = new Set([...api.timeline.gates.keys(), ...api.timeline.modules.keys()]);
  const mend = isNewest ? mendOf(cause, { before, sources, taken }) : undefined;
  const witness = await witnessOf(cause, {
    api,
    judges,
    contract: (version) => sides.get(version)?.contract,
    promised: (version) => sides.get(version)?.before.floor,
  });
  const address = addressOf(cause);
  return {
    cause,
    witness,
    mend,
    source: sources(cause.change.owner, fieldOf(cause)),
    words: { before: before[address.before], now: newest?.now.descriptions[address.now] },
  };
}

/** The name that what changed has in its definition today. */
function fieldOf({ change: { path, what, names } }: RootCause): string | undefined {
  return what === "renamed" && path.length > 0 ? names[0] : path.at(-1);
}

/** Where the words of what changed stand, on either side. */
function addressOf({ change }: RootCause): { readonly before: string; readonly now: string } {
  const { owner, path, what, names } = change;
  const mark = owner.kind === "method" ? " " : ".";
  const name =
    owner.kind === "error" || owner.kind === "event" ? `${owner.kind} ${owner.name}` : owner.name;
  const at = (way: readonly string[]): string =>
    way.length === 0 ? name : name + mark + way.join(".");
  const renamed = what === "renamed" ? [...path.slice(0, -1), names[0] ?? ""] : path;
  return { before: at(path), now: at(renamed) };
}
