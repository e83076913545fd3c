import type { Api } from "holdfast";
import type { Contract } from "holdfast/contract";
import type { Lifelines } from "../compare/lifelines.js";
import { fillNames } from "../text/fill.js";
import type { Prose } from "./docs.js";
import type { OwnGates } from "./own-gates.js";
import type { GateNote, SubjectRef, VersionRef } from "./refs.js";

/** When and under which names things existed, as far as the model asks. */
export type Lives = Pick<
  Lifelines,
  "method" | "resource" | "event" | "error" | "attribute" | "value" | "variant" | "isReleasedLater"
>;

/** Whether what came to a version after its release, without a gate, is shown. */
export type Mode = "served" | "released";

/** What the docs of all versions are made with. */
export interface ScopeTools {
  readonly api: Api;
  readonly lives: Lives;
  readonly gates: OwnGates;
}

/** What every doc of one version is made with. */
export class Scope {
  readonly api: Api;
  readonly version: VersionRef;
  readonly contract: Contract;
  readonly lives: Lives;
  readonly mode: Mode;
  readonly gates: OwnGates;

  constructor(
    { api, lives, gates }: ScopeTools,
    version: VersionRef,
    contract: Contract,
    mode: Mode,
  ) {
    this.gates = gates;
    this.api = api;
    this.version = version;
    this.contract = contract;
    this.lives = lives;
    this.mode = mode;
  }

  /** Whether something is shown: all of it as served, less what came later as released. */
  shows(subject: SubjectRef, path: readonly string[] = []): boolean {
    const { mode, version, lives } = this;
    return mode === "served" || !lives.isReleasedLater(subject, path, version.name);
  }

  /** A description in the version's names. */
  prose(text: string | undefined): Prose {
    return fillNames(text ?? "", this.contract);
  }

  /**
   * What the history says of gates, newest first: in the words of the versions that ended them,
   * which say what became of a name; in this version's own where no name or shape changed.
   */
  notes(gates: Iterable<string>): readonly GateNote[] {
    const rank = (gate: string) => this.contract.gates.indexOf(gate);
    return [...new Set(gates)]
      .sort((one, other) => rank(other) - rank(one))
      .flatMap((gate) => {
        const entry = this.api.timeline.gates.get(gate);
        // What is not released is told to those who look at it.
        const { drafts } = this.api.timeline;
        const isDraft = drafts.some(({ name }) => name === entry?.version);
        if (!entry || (isDraft && this.version.status !== "draft")) return [];
        const then = this.api.timeline.at(entry.version) ?? this.contract;
        const description = fillNames(entry.description, this.#isRule(gate) ? this.contract : then);
        return [{ gate, endedIn: entry.version, description }];
      });
  }

  /** Whether a gate changed only what the API does or refuses, which a version's own names tell. */
  #isRule(gate: string): boolean {
    const changes = this.api.timeline.modules.get(gate)?.changes ?? [];
    return changes.every(({ kind }) => kind === "behaviour" || kind === "check");
  }

  /** Whether a legacy behaviour is in force. */
  has(gate: string): boolean {
    return this.contract.gates.includes(gate);
  }

  /** How callers know a resource, or what it is at one place. */
  called(resource: string): string {
    return this.contract.resources.get(resource)?.name ?? todaysName(resource);
  }
}

/** A resource's name in the definitions, whatever place or form of it is meant. */
export function todaysName(resource: string): string {
  return resource.split("@")[0] ?? resource;
}

/** Whether it is a resource's shape at one place only, and not that of the resource's own page. */
export function isPlaced(resource: string): boolean {
  return resource.includes("@");
}
