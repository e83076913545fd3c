import type { Api } from "holdfast";
import type { Contract } from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";
import { attributesOf } from "./attributes.js";
import { type Chains, chainsOf } from "./chains.js";
import { shapeAt } from "./existing.js";
import { type Stretch, stretchesOf } from "./stretches.js";

/** An attribute by the subject in which it is defined, and the way to it from there. */
export interface Located {
  readonly subject: SubjectRef;
  readonly path: readonly string[];
}

/** The versions of an API, oldest first and drafts last, and what became of attributes over them. */
export class Histories {
  readonly versions: readonly string[];
  /** One for each version. */
  readonly contracts: readonly Contract[];
  /** How many of the versions are released. */
  readonly released: number;
  readonly #api: Api;
  readonly #stretches = new Map<string, readonly Stretch[]>();
  readonly #chains = new Map<string, Chains>();

  constructor(api: Api) {
    const { versions, drafts, head } = api.timeline;
    this.#api = api;
    this.versions = [...versions, ...drafts].map(({ name }) => name);
    this.contracts = this.versions.map((name) => api.timeline.at(name) ?? head);
    this.released = versions.length;
  }

  /** Where a version, or a draft, stands among all; -1 for one that is not known. */
  indexOf(version: string): number {
    return this.versions.indexOf(this.#api.timeline.find(version)?.name ?? version);
  }

  /** How many versions there are for who asks at one: drafts are not there at what is released. */
  countAt(version: string): number {
    return this.indexOf(version) < this.released ? this.released : this.versions.length;
  }

  /** The attributes of a subject over the first `count` versions. */
  chains(subject: SubjectRef, count: number): Chains {
    const key = keyOf(subject, count);
    const made = this.#chains.get(key) ?? chainsOf(this.stretches(subject, count));
    this.#chains.set(key, made);
    return made;
  }

  /** A subject over the first `count` versions. */
  stretches(subject: SubjectRef, count: number): readonly Stretch[] {
    const key = keyOf(subject, count);
    const made = this.#stretches.get(key) ?? stretchesOf(this.contracts.slice(0, count), subject);
    this.#stretches.set(key, made);
    return made;
  }

  /** Where an attribute is defined that a path leads to, perhaps through resources that are embedded. */
  locate({ subject, path }: Located, version: string): Located {
    const contract = this.contracts[this.indexOf(version)];
    const shape = contract && shapeAt(contract, subject);
    const all = new Map((shape ? attributesOf(shape) : []).map((one) => [one.name, one]));
    if (all.has(path.join("."))) return { subject, path };
    for (let length = path.length - 1; length > 0; length--) {
      const name = all.get(path.slice(0, length).join("."))?.field.info.kind.resource;
      if (name === undefined) continue;
      return this.locate({ subject: { on: "resource", name }, path: path.slice(length) }, version);
    }
    return { subject, path };
  }
}

function keyOf({ on, name }: SubjectRef, count: number): string {
  return `${count} ${on} ${name}`;
}
