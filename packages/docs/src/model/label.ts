import type { Kind } from "holdfast";
import { envelopeOf } from "holdfast/contract";
import { inWords } from "../text/code.js";
import { plural, withArticle } from "../text/plural.js";
import type { Scope } from "./scope.js";

/** What labels hang on: how a version writes lists, and what it calls resources. */
export type LabelScope = Pick<Scope, "contract" | "called">;

/** Says in words what values of a kind are, in the names of a version. */
export function labelOf(kind: Kind, scope: LabelScope): string {
  return (LABELS[kind.name] ?? ownLabel)(kind, scope);
}

type Labelling = (kind: Kind, scope: LabelScope) => string;

const ownLabel: Labelling = ({ label }) => label;

const ofParts =
  (what: string): Labelling =>
  ({ parts = [] }, scope) =>
    parts.map((part) => `${what} of ${severalOf(part, scope)}`).join(" or ") || what;

/** Kinds whose labels hang on what they hold; every other kind says itself what it is. */
const LABELS: Readonly<Record<string, Labelling>> = {
  resource: ({ resource = "" }, scope) => scope.called(resource),
  ref: ({ resource = "" }, scope) => `id of ${withArticle(scope.called(resource))}`,
  list: ofParts("list"),
  map: () => "map of strings",
  map_of: ofParts("map"),
  page: (kind, scope) => {
    const [item] = kind.parts ?? [];
    if (!item) return kind.label;
    const isBare = envelopeOf(scope.contract, item, kind.place) === null;
    return `${isBare ? "list" : "page"} of ${severalOf(item, scope)}`;
  },
  either: ({ parts = [] }, scope) => inWords(parts.map((part) => labelOf(part, scope))),
  union: ({ arms = [] }) => {
    const names = arms.flatMap(({ called }) => called ?? []);
    return names.length === 0 ? "object" : `object: ${inWords(names)}`;
  },
  sort: ({ sortsIn = "" }, scope) => `field of ${withArticle(scope.called(sortsIn))} to order by`,
};

function severalOf(kind: Kind, scope: LabelScope): string {
  const label = labelOf(kind, scope);
  // "ids of customers", and not "id of a customers".
  return label.startsWith("id of ")
    ? `ids of ${plural(scope.called(kind.resource ?? ""))}`
    : plural(label);
}
