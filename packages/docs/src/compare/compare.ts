import type { Contract, Definitions } from "holdfast/contract";
import { compareError, compareErrorAt } from "./compare-error.js";
import { compareEvent } from "./compare-event.js";
import { compareHeader } from "./compare-header.js";
import { compareLists } from "./compare-lists.js";
import { compareBehaviour, compareMethod } from "./compare-method.js";
import { comparePlaced, compareResource } from "./compare-resource.js";
import { compareWire } from "./compare-wire.js";
import type { Difference, DifferenceSubject } from "./difference.js";
import { resourceOf } from "./reachable.js";
import { Sides } from "./sides.js";

/**
 * What callers notice who go from one contract to another: net of the two, whatever lies between.
 * A resource's differences are told once, of the resource, and not wherever it stands; what is so
 * at one place only is told of the resource around that.
 *
 * @param only limits it to some subjects; of the others, nothing is looked at
 */
export function compareContracts(
  older: Contract,
  newer: Contract,
  definitions: Definitions,
  only: (subject: DifferenceSubject) => boolean = () => true,
): readonly Difference[] {
  if (older === newer) return [];
  const sides = new Sides(older, newer);
  const chosen = (on: DifferenceSubject["on"], names: Iterable<string>): readonly string[] =>
    [...names].filter((name) => only({ on, name }));
  const methods = chosen(
    "method",
    definitions.methods.map(({ name }) => name),
  );
  const found = [
    ...compareWire(sides),
    ...chosen("headers", newer.headers.keys()).flatMap((name) =>
      compareHeader(older.headers.get(name), newer.headers.get(name), sides),
    ),
    ...methods.flatMap((name) => {
      const [before, after] = [older.methods.get(name), newer.methods.get(name)];
      const shape = compareMethod(before, after, sides);
      return after && before?.exists ? [...shape, ...compareBehaviour(after, sides)] : shape;
    }),
    ...compareResources(sides, definitions, only),
    ...compareLists(sides),
    ...chosen("event", newer.events.keys()).flatMap((name) =>
      compareEvent(older.events.get(name), newer.events.get(name), sides),
    ),
    ...compareErrors(sides, only),
  ];
  return found.filter(({ subject }) => only(subject));
}

type Only = (subject: DifferenceSubject) => boolean;

/** Resources first, then what they are in forms and at places of their own. */
function compareResources(
  sides: Sides,
  definitions: Definitions,
  only: Only,
): readonly Difference[] {
  const { older, newer } = sides;
  if (older.resources === newer.resources && older.methods === newer.methods) return [];
  const found = new Map<string, readonly Difference[]>();
  const own = (name: string): readonly Difference[] => {
    const known = found.get(name) ?? compareResource(name, sides);
    found.set(name, known);
    return known;
  };
  const chosen = [...definitions.resources, definitions.lists]
    .map(({ name }) => name)
    .filter((name) => only({ on: "resource", name }));
  const placed = keysWithPlaces(older.resources, newer.resources).flatMap((key) =>
    comparePlaced(key, () => own(resourceOf(key)), sides, only),
  );
  const { name: lists } = definitions.lists;
  // What wraps lists comes and goes with them.
  const isTold = ({ part }: Difference, name: string) => name !== lists || part !== "itself";
  return [...chosen.flatMap((name) => own(name).filter((one) => isTold(one, name))), ...placed];
}

function compareErrors(sides: Sides, only: Only): readonly Difference[] {
  const [older, newer] = [sides.older.errors, sides.newer.errors];
  if (older === newer) return [];
  const own = new Map(
    [...newer.keys()]
      .filter((name) => !name.includes("@") && only({ on: "error", name }))
      .map((name) => [name, compareError(name, sides)]),
  );
  const places = keysWithPlaces(older, newer).filter((name) => only({ on: "error", name }));
  const placed = places.flatMap((key) =>
    compareErrorAt(key, own.get(resourceOf(key)) ?? [], sides),
  );
  return [...[...own.values()].flat(), ...placed];
}

function keysWithPlaces(
  older: ReadonlyMap<string, unknown>,
  newer: ReadonlyMap<string, unknown>,
): readonly string[] {
  const all = new Set([...older.keys(), ...newer.keys()]);
  return [...all].filter((key) => key.includes("@") && older.get(key) !== newer.get(key));
}
