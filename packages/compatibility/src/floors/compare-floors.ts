import { namelessRoute } from "holdfast/contract";
import type { Descriptions, Floor, FloorErrorShape, Plain } from "holdfast/floor";
import type { Direction } from "../report/severity.js";
import type { Change, NoticedChange, Owner } from "./change.js";
import { compareHeaders } from "./compare-headers.js";
import { compareMethod, methodAdded, methodGone, methodRenamed } from "./compare-method.js";
import {
  type Compared,
  compareObject,
  type ObjectPlace,
  type ResourcePair,
} from "./compare-object.js";
import { compareWire } from "./compare-wire.js";
import { Memory } from "./memory.js";
import { armPairs, frozen, type Node, note } from "./node.js";
import { sameJson } from "./same-json.js";
import { onlyRename } from "./similar.js";

/** One side of a comparison. */
export interface Side {
  readonly floor: Floor;
  readonly descriptions: Descriptions;
}

/**
 * Everything that differs between what was promised and what is served, with who notices it. What
 * several comparisons have in common is compared once where they share a memory.
 */
export function compareFloors(
  before: Side,
  now: Side,
  memory: Memory = new Memory(),
): readonly NoticedChange[] {
  return new Comparison(before, now, memory).run();
}

class Comparison {
  readonly #before: Side;
  readonly #now: Side;
  readonly #memory: Memory;
  readonly #nodes = new Map<string, Node>();

  constructor(before: Side, now: Side, memory: Memory) {
    this.#before = before;
    this.#now = now;
    this.#memory = memory;
  }

  run(): readonly NoticedChange[] {
    this.#methods();
    this.#errors();
    this.#events();
    this.#headers();
    this.#wire();
    return [...this.#nodes.values()].flatMap(({ changes, noticed }) =>
      changes.map((change) => ({ change, noticed: frozen(noticed) })),
    );
  }

  /** Adds changes that are noticed at an operation, and all that stands below them. */
  #notice(
    key: string,
    { changes, resources, pages }: Compared,
    direction: Direction,
    operation: string,
  ): void {
    if (changes.length === 0 && resources.length === 0 && !pages) return;
    const node = this.#nodes.get(key) ?? { changes, resources, pages, noticed: new Map() };
    this.#nodes.set(key, node);
    note(node, direction, operation);
    const seen = new Set<string>();
    const below = (pair: ResourcePair): void => {
      const pairKey = `resource ${pair.before} ${pair.now}`;
      if (seen.has(pairKey)) return;
      seen.add(pairKey);
      const known = this.#nodes.get(pairKey) ?? this.#resource(pair);
      this.#nodes.set(pairKey, known);
      note(known, direction, operation);
      this.#inside(known).forEach(below);
    };
    this.#inside(node).forEach(below);
  }

  #inside({ resources, pages }: Compared): readonly ResourcePair[] {
    if (!pages) return resources;
    const [before, now] = [this.#before.floor, this.#now.floor];
    const enveloped = before.wire.lists !== "array" && now.wire.lists !== "array";
    return enveloped ? [...resources, { before: before.lists, now: now.lists }] : resources;
  }

  #resource({ before, now }: ResourcePair): Node {
    const noticed = new Map<Direction, Set<string>>();
    const [was, is] = [this.#before.floor.resources[before], this.#now.floor.resources[now]];
    if (!was || !is) return { changes: [], resources: [], pages: false, noticed };
    const owner: Owner = { kind: "resource", name: before };
    const place = this.#place(owner, `${before}.`, `${now}.`, ["resources", before]);
    const compared = this.#memory.of(was, is, `resource ${before} ${now}`, () =>
      compareObject(was, is, place),
    );
    const arms = armPairs(was, is);
    return { ...compared, resources: [...compared.resources, ...arms], noticed };
  }

  #place(owner: Owner, was: string, is: string, at: readonly string[]): ObjectPlace {
    return {
      owner,
      path: [],
      at,
      described: (side, path) => {
        const [{ descriptions }, prefix] =
          side === "before" ? [this.#before, was] : [this.#now, is];
        return descriptions[prefix + path.join(".")];
      },
    };
  }

  #methods(): void {
    const [olds, news] = [this.#before.floor.methods, this.#now.floor.methods];
    const byRoute = new Map(
      Object.entries(news).map(([name, method]) => [namelessRoute(method.route), name]),
    );
    const met = new Set<string>();
    for (const [name, method] of Object.entries(olds)) {
      const counterpart = name in news ? name : byRoute.get(namelessRoute(method.route));
      const owner: Owner = { kind: "method", name };
      const now = counterpart === undefined ? undefined : news[counterpart];
      if (!now || counterpart === undefined || (counterpart !== name && counterpart in olds)) {
        this.#alone(methodGone(owner, method), "request", name);
        continue;
      }
      met.add(counterpart);
      if (counterpart !== name) {
        this.#alone(methodRenamed(owner, counterpart), "request", name, `name of ${name}`);
      }
      const place = this.#place(owner, `${name} `, `${counterpart} `, ["methods", name]);
      const { own, params, returns } = this.#memory.of(method, now, `method ${name}`, () =>
        compareMethod(method, now, place),
      );
      for (const [index, change] of own.entries()) {
        const direction = change.received === undefined ? "request" : "response";
        this.#alone(change, direction, name, `${name} ${index}`);
      }
      this.#notice(`params ${name}`, params, "request", name);
      this.#notice(`returns ${name}`, returns, "response", name);
    }
    for (const [name, method] of Object.entries(news)) {
      if (met.has(name)) continue;
      this.#alone(methodAdded({ kind: "method", name }, method), "request", name);
    }
  }

  #alone(change: Change, direction: Direction, operation: string, key: string = operation): void {
    const only = { changes: [change], resources: [], pages: false };
    this.#notice(`${change.owner.kind} ${change.what} ${key}`, only, direction, operation);
  }

  #errors(): void {
    const [olds, news] = [this.#before.floor.errors, this.#now.floor.errors];
    for (const [name, error] of Object.entries(olds)) {
      const now = news[name] ?? Object.values(news).find((one) => sameJson(one, error));
      const owner: Owner = { kind: "error", name };
      const at = ["errors", name];
      if (!now) {
        this.#atError(name, { owner, path: [], at, ...GONE, before: plain(error), now: undefined });
        continue;
      }
      if (now.status !== error.status) {
        const [before, is] = [error.status, now.status];
        const names = [String(before), String(is)];
        const change = { what: "status", sent: undefined, received: "gone", names } as const;
        this.#atError(name, { owner, path: [], at: [...at, "status"], ...change, before, now: is });
      }
      const place = this.#place(owner, `error ${name}.`, `error ${name}.`, [...at, "body"]);
      const body = this.#memory.of(error.body, now.body, `error ${name}`, () =>
        compareObject(error.body, now.body, place),
      );
      for (const operation of this.#raising(name)) {
        this.#notice(`error body ${name}`, body, "response", operation);
      }
    }
    for (const [name, error] of Object.entries(news)) {
      if (name in olds || Object.values(olds).some((one) => sameJson(one, error))) continue;
      const owner: Owner = { kind: "error", name };
      const at = ["errors", name];
      this.#atError(name, { owner, path: [], at, ...ADDED, before: undefined, now: plain(error) });
    }
  }

  #atError(name: string, change: Change): void {
    for (const operation of this.#raising(name)) {
      this.#alone(change, "response", operation, `${change.what} ${name}`);
    }
  }

  /** The methods that may answer an error: those that say so, or all. */
  #raising(error: string): readonly string[] {
    const methods = Object.entries({ ...this.#now.floor.methods, ...this.#before.floor.methods });
    const [base = "", method] = error.split("@");
    if (method !== undefined) return [method];
    const named = methods.filter(
      ([, { raises }]) => Array.isArray(raises) && raises.includes(base),
    );
    return (named.length > 0 ? named : methods).map(([name]) => name);
  }

  #events(): void {
    const [olds, news] = [this.#before.floor.events, this.#now.floor.events];
    const gone = Object.entries(olds).filter(([type]) => !(type in news));
    const added = Object.entries(news).filter(([type]) => !(type in olds));
    const renamed = onlyRename(
      gone.map(([type, event]) => [type, plain(event)]),
      added.map(([type, event]) => [type, plain(event)]),
    );
    for (const [type, event] of gone) {
      const isRenamed = renamed?.before === type;
      this.#alone(
        {
          owner: { kind: "event", name: type },
          path: [],
          at: ["events", type],
          what: isRenamed ? "renamed" : "event",
          sent: undefined,
          received: "gone",
          before: plain(event),
          now: undefined,
          names: isRenamed ? [renamed.now] : [],
        },
        "webhook",
        type,
      );
    }
    for (const [type, event] of added) {
      if (renamed?.now === type) continue;
      const owner: Owner = { kind: "event", name: type };
      const change = { owner, path: [], at: ["events", type], ...ADDED, before: undefined };
      this.#alone({ ...change, what: "event", now: plain(event) }, "webhook", type);
    }
    for (const [type, { objects }] of Object.entries(olds)) {
      const now = news[type];
      if (!now) continue;
      const known = objects.filter((name) => now.objects.includes(name));
      const resources = known.map((name) => ({ before: name, now: name }));
      this.#notice(`event ${type}`, { changes: [], resources, pages: false }, "webhook", type);
      if (sameJson(objects, now.objects)) continue;
      const at = ["events", type, "objects"];
      const change = { owner: { kind: "event", name: type }, path: [], at, names: [] } as const;
      const received = now.objects.every((name) => objects.includes(name)) ? "narrower" : "wider";
      const sides = { before: [...objects], now: [...now.objects] };
      this.#alone(
        { ...change, what: "event_object", sent: undefined, received, ...sides },
        "webhook",
        type,
        `objects ${type}`,
      );
    }
  }

  #headers(): void {
    const [olds, news] = [this.#before.floor.headers, this.#now.floor.headers];
    for (const change of compareHeaders(olds, news)) {
      const everywhere = Object.keys(this.#before.floor.methods);
      const senders = olds[change.owner.name] ?? news[change.owner.name] ?? [];
      for (const name of senders.length > 0 ? senders : everywhere) {
        this.#alone(change, "response", name, `${name} ${change.owner.name}`);
      }
    }
  }

  #wire(): void {
    for (const change of compareWire(this.#before.floor.wire, this.#now.floor.wire)) {
      const direction = change.received === undefined ? "request" : "response";
      for (const name of Object.keys(this.#before.floor.methods)) {
        this.#alone(change, direction, name, `wire ${change.names.join()}`);
      }
    }
  }
}

const GONE = { what: "error", sent: undefined, received: "narrower", names: [] } as const;
const ADDED = { what: "error", sent: undefined, received: "added", names: [] } as const;

function plain(value: FloorErrorShape | Floor["events"][string]): Plain {
  return value as unknown as Plain;
}
