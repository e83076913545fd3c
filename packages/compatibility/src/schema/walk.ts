import { acceptsTerm } from "./accepts.js";
import type { Comparer } from "./comparer.js";
import type { LocalDifference, Shown } from "./difference.js";
import { embed } from "./embed.js";
import type { Node } from "./node.js";
import type { Proof, Witness } from "./proof.js";
import type { Term } from "./term.js";
import { isWitness } from "./witness.js";

/** A difference, and where in two schemas it stands. */
export interface Found {
  readonly difference: LocalDifference;
  readonly path: readonly string[];
  /** The old schema's parts on the way, from the root on, and those of the new one. */
  readonly olds: readonly Term[];
  readonly news: readonly Term[];
}

interface Place {
  readonly node: Node;
  readonly segment: string;
  readonly from: Place | undefined;
}

/** Finds what two schemas differ in, the nearest to the root first, each place once. */
export function walk(comparer: Comparer, old: Term, next: Term): readonly Found[] {
  const found: Found[] = [];
  const root = comparer.node(old, next, true, true);
  const seen = new Set<Node>([root]);
  const places: Place[] = [{ node: root, segment: "", from: undefined }];
  for (const place of places) {
    const { differences, children } = comparer.parts(place.node);
    for (const difference of differences) found.push({ difference, ...wayTo(place) });
    for (const { segment, node } of children) {
      if (seen.has(node)) continue;
      seen.add(node);
      places.push({ node, segment, from: place });
    }
  }
  return found;
}

function wayTo(place: Place): Pick<Found, "path" | "olds" | "news"> {
  const way: Place[] = [];
  for (let at: Place | undefined = place; at; at = at.from) way.push(at);
  way.reverse();
  return {
    path: way.slice(1).map(({ segment }) => segment),
    olds: way.map(({ node }) => node.old),
    news: way.map(({ node }) => node.new),
  };
}

/** What a difference rests on, and the value of the whole schema that shows it. */
export interface Evidence {
  readonly proven: Proof;
  readonly witness?: Witness;
}

/** Looks for a value of the whole schema that shows a difference. */
export function evidenceOf(comparer: Comparer, { difference, path, olds, news }: Found): Evidence {
  const { effect } = difference;
  const [old, next] = [olds[0], news[0]];
  if (!old || !next || effect === "added" || effect === "other") return { proven: "rule" };
  const wanted = { narrower: "old", wider: "new", gone: undefined }[effect];
  const shown = difference.shows().filter(({ holds }) => !wanted || holds === wanted);
  for (const one of shown) {
    const witness = confirmed(comparer, old, next, path, one);
    if (witness) return { proven: "witness", witness };
  }
  if (effect !== "gone") return wholly(comparer, old, next, effect);
  // It is no longer declared; that nothing refuses it is no proof that anything reads it.
  for (const one of shown) {
    for (const value of embed(comparer.sampler, old, path, one.value)) {
      if (acceptsTerm(comparer.expansion, old, value)) {
        return { proven: "rule", witness: { value, holds: "old" } };
      }
    }
  }
  return { proven: "rule" };
}

/** A place may be made up for by another one: then the whole is searched. */
function wholly(comparer: Comparer, old: Term, next: Term, effect: "narrower" | "wider"): Evidence {
  const [from, to] = effect === "narrower" ? [old, next] : [next, old];
  const value = comparer.witness(from, to);
  if (value === undefined) return { proven: "tested" };
  return { proven: "witness", witness: { value, holds: effect === "narrower" ? "old" : "new" } };
}

function confirmed(
  comparer: Comparer,
  old: Term,
  next: Term,
  path: readonly string[],
  { value, holds }: Shown,
): Witness | undefined {
  const [from, to] = holds === "old" ? [old, next] : [next, old];
  for (const whole of embed(comparer.sampler, from, path, value)) {
    if (!acceptsTerm(comparer.expansion, from, whole)) continue;
    if (acceptsTerm(comparer.expansion, to, whole)) continue;
    if (isWitness(comparer.sampler, from, to, whole)) return { value: whole, holds };
  }
  return undefined;
}
