import type { Api } from "holdfast";
import { typesOfEvent } from "holdfast/contract";
import type { Addition } from "holdfast/floor";
import type { SubjectRef } from "../model/refs.js";

const ROOMS = {
  method: "methods",
  resource: "resources",
  error: "errors",
  event: "events",
} as const;

/** The ledger of what was added without a gate, by what was added. */
export class ReleasedLater {
  readonly #api: Api;
  /** By where it stands in floors, in the names of the versions that it is of. */
  readonly #byPlace = new Map<string, Addition[]>();

  constructor(api: Api, additions: readonly Addition[]) {
    this.#api = api;
    for (const addition of additions) {
      const place = placeOf(addition.at);
      if (place === undefined) continue;
      this.#byPlace.set(place, [...(this.#byPlace.get(place) ?? []), addition]);
    }
  }

  get isEmpty(): boolean {
    return this.#byPlace.size === 0;
  }

  /**
   * The day on which something came that a version had not when it was released, itself or what it
   * stands in; undefined where the version had it from the first.
   *
   * @param path the attribute's, as the version calls it; empty for the subject itself
   */
  addedOn(subject: SubjectRef, path: readonly string[], version: string): string | undefined {
    if (this.isEmpty) return undefined;
    const days = this.#namesOf(subject, version).flatMap((name) =>
      [...path.keys(), path.length].flatMap((length) => {
        const place = keyOf(ROOMS[subject.on], name, path.slice(0, length));
        const all = this.#byPlace.get(place) ?? [];
        return all.filter(({ versions }) => versions.includes(version)).map(({ date }) => date);
      }),
    );
    // What came with something that came later came with it.
    return days.sort().at(-1);
  }

  /** What floors call the subject: methods and events have the names of their version. */
  #namesOf({ on, name }: SubjectRef, version: string): readonly string[] {
    const contract = this.#api.timeline.at(version);
    if (on === "method") return [contract?.methods.get(name)?.name ?? name];
    if (on === "event") {
      const event = contract?.events.get(name);
      return event ? typesOfEvent(event) : [name];
    }
    return [name];
  }
}

function keyOf(room: string, name: string, path: readonly string[]): string {
  return JSON.stringify([room, name, ...path.map(withoutArm)]);
}

/** Floors have the variants of a union as types among each other, and no names for them. */
function withoutArm(step: string): string {
  return step.replace(/<[^>]*>$/, "");
}

/** The place of what was added as a whole; undefined for what something became more of. */
function placeOf(at: readonly string[]): string | undefined {
  const [room = "", name = "", ...rest] = at;
  const path: string[] = [];
  let left = rest;
  while (left.length > 0) {
    const next = left.indexOf("fields");
    const field = left[next + 1];
    if (next === -1 || field === undefined) return undefined;
    path.push(field);
    left = left.slice(next + 2);
  }
  return keyOf(room, name, path);
}
