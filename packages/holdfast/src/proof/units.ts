import type { Contract } from "../contract/contract.js";
import { sendsBody } from "../contract/sends-body.js";
import type { ContractView } from "./contract-view.js";
import type { Subject } from "./gate-sets.js";
import { addressUnit } from "./prove-addresses.js";
import { answerUnit, errorUnit, returnsUnit } from "./prove-answer.js";
import { eventDataUnit, eventNamesUnit } from "./prove-events.js";
import { gateUnit } from "./prove-gate.js";
import { requestUnit } from "./prove-request.js";
import { roundTripUnit } from "./prove-round-trip.js";
import { Reach } from "./reach.js";
import type { Unit } from "./unit.js";

/** What there is to prove at one contract, and the shapes of its methods. */
export function unitsOf(
  view: ContractView,
  { versions, alone }: Subject,
  numbers: Map<string, number>,
): { readonly units: readonly Unit[]; readonly shapes: readonly string[] } {
  const { contract, world } = view;
  const reach = new Reach(contract, numbers);
  const units: Unit[] = [...contract.resources.keys()].flatMap(
    (name) => answerUnit(view, name) ?? [],
  );
  for (const name of contract.errors.keys()) units.push(...errorUnit(view, name));
  const shapes: string[] = [];
  for (const method of contract.methods.values()) {
    if (!method.exists) continue;
    const reached = reach.key(method.returns);
    const request = requestUnit(view, method, versions);
    const returns = returnsUnit(view, method, reached);
    units.push(request, addressUnit(method));
    const trip = versions.length > 0 || alone ? roundTripUnit(view, method) : undefined;
    if (trip) units.push(trip);
    // What only a grant makes is proven resource by resource.
    if (versions.length > 0 && sendsBody(method)) units.push(returns);
    shapes.push(`${request.key} ${returns.key}`);
  }
  for (const event of contract.events.values()) units.push(eventNamesUnit(view, event));
  for (const name of objectsOf(contract)) units.push(eventDataUnit(view, name));
  if (alone !== undefined) units.push(gateUnit(world.timeline, alone, contract));
  return { units, shapes };
}

/** The resources that events are about. */
function objectsOf({ events }: Contract): ReadonlySet<string> {
  return new Set([...events.values()].map(({ definition }) => definition.object.name));
}
