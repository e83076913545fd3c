import fc from "fast-check";
import { t } from "../definition/t.js";
import type { AnyType } from "../definition/type.js";
import type { Change } from "./change.js";
import { removed } from "./changes/removed.js";
import { added, renamedTo } from "./changes/renamed-to.js";
import type { FieldVerb } from "./field.js";

/** Where a field of the model stands: at the top, in an object, or in the items of a list. */
export type Place = "top" | "object" | "list";

/** A field as the model has it at some version; `head` is where and how the definition has it. */
export interface Node {
  readonly head: { readonly place: Place; readonly name: string };
  readonly place: Place;
  readonly name: string;
}

/** What one gate did to one field: how the field stood before, or null where it was not there. */
interface Deed {
  readonly gate: string;
  readonly head: string;
  readonly before: Node | null;
}

/** A made-up past, with what a list of fields that is walked backwards says of it. */
export interface RandomPast {
  /** The definition's types, by place. */
  readonly types: Readonly<Record<Place, Readonly<Record<string, AnyType>>>>;
  /** The fields at each version, oldest first. */
  readonly versions: readonly (readonly Node[])[];
  /** The gates of each version but genesis, oldest first, each with its changes. */
  readonly gates: readonly Readonly<Record<string, (of: Speak) => Change[]>>[];
  /** The fields that somebody with just these gates sees. */
  fieldsWith(gates: ReadonlySet<string>): readonly Node[];
}

/** Says a change of a resource or of a method. */
export type Speak = (path: string, verb: FieldVerb) => Change;

const text = t.string().optional().describe("A text.");
const NAMES = ["a", "b", "c", "d", "e", "p", "q", "r"];
/** The names of the object and the list, which change too. */
const CONTAINERS = { object: ["o", "box", "hull"], list: ["l", "rows", "parts"] };

interface Seed {
  readonly kind: "rename" | "swap" | "move" | "added" | "removed" | "container";
  readonly pick: number;
  readonly other: number;
  readonly gate: number;
}

const seed: fc.Arbitrary<Seed> = fc.record({
  kind: fc.constantFrom("rename", "rename", "swap", "move", "added", "removed", "container"),
  pick: fc.nat(30),
  other: fc.nat(30),
  gate: fc.nat(1),
});

/** What pasts are made from: up to six versions, each with up to six changes in up to two gates. */
export const seeds: fc.Arbitrary<readonly (readonly Seed[])[]> = fc.array(
  fc.array(seed, { maxLength: 6 }),
  { maxLength: 6 },
);

/** Makes a past of changes that fit together. */
export function pastOf(seeds: readonly (readonly Seed[])[]): RandomPast {
  return new Builder(seeds).past();
}

function headNodes(): Node[] {
  const node = (place: Place, name: string): Node => ({ head: { place, name }, place, name });
  return [
    ...["a", "b", "c"].map((name) => node("top", name)),
    ...["a", "d"].map((name) => node("object", name)),
    ...["b", "e"].map((name) => node("list", name)),
    { head: { place: "top", name: "o" }, place: "top", name: "o" },
    { head: { place: "top", name: "l" }, place: "top", name: "l" },
  ];
}

const keyOf = ({ head }: Node) => `${head.place}.${head.name}`;
const isContainer = (node: Node) => keyOf(node) === "top.o" || keyOf(node) === "top.l";

class Builder {
  #nodes: Node[] = headNodes();
  readonly #seeds: readonly (readonly Seed[])[];
  readonly #types: Record<Place, Record<string, AnyType>> = {
    top: { a: text, b: text, c: text },
    object: { a: text, d: text },
    list: { b: text, e: text },
  };
  readonly #deeds: Deed[][] = [];
  #born = 0;

  constructor(seeds: readonly (readonly Seed[])[]) {
    this.#seeds = seeds;
  }

  past(): RandomPast {
    const versions = [this.#nodes];
    const gates = this.#seeds.map((seeds, step) => {
      const now = this.#nodes;
      const deeds = this.#step(seeds, step);
      this.#nodes = applied(now, deeds);
      versions.unshift(this.#nodes);
      this.#deeds.push(deeds);
      return changesOf(deeds, now, this.#nodes);
    });
    const deeds = this.#deeds;
    return {
      types: this.#types,
      versions,
      gates: gates.reverse(),
      fieldsWith: (held) =>
        deeds.reduce<Node[]>(
          (nodes, all) =>
            applied(
              nodes,
              all.filter(({ gate }) => held.has(gate)),
            ),
          headNodes(),
        ),
    };
  }

  /** Deeds that fit together: each field at most once, no two fields of one name. */
  #step(seeds: readonly Seed[], step: number): Deed[] {
    let deeds: Deed[] = [];
    for (const one of seeds) {
      const more = this.#deedsOf(one, `gate_${step}_${one.gate}`, applied(this.#nodes, deeds));
      const done = new Set(deeds.map(({ head }) => head));
      const all = [...deeds, ...more];
      if (more.some(({ head }) => done.has(head)) || !fits(applied(this.#nodes, all))) continue;
      deeds = all;
    }
    return deeds;
  }

  #deedsOf({ kind, pick, other }: Seed, gate: string, nodes: readonly Node[]): Deed[] {
    const leaves = nodes.filter((node) => !isContainer(node));
    const node = leaves[pick % Math.max(1, leaves.length)];
    const name = NAMES[other % NAMES.length] ?? "z";
    const deed = (one: Node, before: Node | null): Deed => ({ gate, head: keyOf(one), before });
    if (kind === "removed")
      return [this.#born_(["top", "object", "list"][pick % 3] as Place, gate)];
    if (kind === "container") {
      const which = pick % 2 === 0 ? "object" : "list";
      const one = nodes.find((each) => keyOf(each) === (which === "object" ? "top.o" : "top.l"));
      const called = CONTAINERS[which][other % 3] ?? "o";
      return one && one.name !== called ? [deed(one, { ...one, name: called })] : [];
    }
    if (!node) return [];
    if (kind === "rename") return node.name === name ? [] : [deed(node, { ...node, name })];
    if (kind === "added") return [deed(node, null)];
    if (kind === "swap") {
      const twin = leaves.find((one) => one.place === node.place && one !== node);
      return twin
        ? [deed(node, { ...node, name: twin.name }), deed(twin, { ...twin, name: node.name })]
        : [];
    }
    if (node.place === "list") return [];
    const place = node.place === "top" ? "object" : "top";
    return [deed(node, { ...node, place, name })];
  }

  #born_(place: Place, gate: string): Deed {
    const name = `old_${this.#born++}`;
    this.#types[place][name] = text.until(gate);
    const node: Node = { head: { place, name }, place, name };
    return { gate, head: keyOf(node), before: node };
  }
}

function applied(nodes: readonly Node[], deeds: readonly Deed[]): Node[] {
  const done = new Map(deeds.map((deed) => [deed.head, deed.before]));
  const kept = nodes.flatMap((node) => {
    const before = done.get(keyOf(node));
    if (before === undefined) return [node];
    done.delete(keyOf(node));
    return before ? [before] : [];
  });
  return [...kept, ...[...done.values()].filter((node) => node !== null)];
}

function fits(nodes: readonly Node[]): boolean {
  const names = nodes.map(({ place, name }) => `${place}.${name}`);
  return new Set(names).size === names.length;
}

function containerName(place: Place, nodes: readonly Node[]): string {
  const key = place === "object" ? "top.o" : "top.l";
  return nodes.find((node) => keyOf(node) === key)?.name ?? "";
}

/** The path of a field among others. */
export function pathOf({ place, name }: Node, nodes: readonly Node[]): string {
  return place === "top" ? name : `${containerName(place, nodes)}.${name}`;
}

function changesOf(deeds: readonly Deed[], now: readonly Node[], before: readonly Node[]) {
  const gates: Record<string, (of: Speak) => Change[]> = {};
  for (const { gate, head, before: older } of deeds) {
    const newer = now.find((node) => keyOf(node) === head);
    const others = gates[gate] ?? (() => []);
    const say = (of: Speak): Change => {
      // The left side is in the names of the version before, what it stands in included.
      if (!older && newer) return of(pathOf(newer, before), added());
      if (!older) throw new TypeError("a deed changes nothing");
      if (!newer) return of(pathOf(older, before), removed());
      const place = newer.place === "top" ? `.${newer.name}` : pathOf(newer, now);
      const right = newer.place === older.place ? newer.name : place;
      return of(pathOf(older, before), renamedTo(right));
    };
    gates[gate] = (of) => [...others(of), say(of)];
  }
  return gates;
}

/** Puts values where the fields stand, as a hash; `leaf` gives a field's value. */
export function valuesAt(
  nodes: readonly Node[],
  leaf: (node: Node) => unknown,
  side: "version" | "head" = "version",
): Record<string, unknown> {
  const at = (node: Node) => (side === "head" ? node.head : node);
  const inside = (place: Place) =>
    Object.fromEntries(
      nodes
        .filter((node) => at(node).place === place && !isContainer(node))
        .map((node) => [at(node).name, leaf(node)]),
    );
  const name = (place: Place) =>
    side === "head" ? (place === "object" ? "o" : "l") : containerName(place, nodes);
  return {
    ...inside("top"),
    [name("object")]: inside("object"),
    [name("list")]: [inside("list"), inside("list")],
  };
}
