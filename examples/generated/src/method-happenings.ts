import {
  behaviour,
  eventWas,
  field,
  methodAdded,
  methodRemoved,
  routeWas,
  statusWas,
  t,
  wasOfType,
} from "holdfast";
import type { Happening } from "./happenings.js";
import type { Step } from "./step.js";

const behaviourChanged: Happening = (step, gate) => {
  const method = step.random.pick(existing(step));
  method?.plan.asks.push(gate);
  return [() => behaviour()];
};

const endpointMoved: Happening = (step) => {
  const method = step.take(existing(step));
  if (!method) return [];
  const { name, route } = method.plan;
  const [verb = "", path = ""] = route.split(" ");
  method.changed = true;
  const old = `${verb} ${path.replace("/v1/", `/v0/${step.number}/`)}`;
  return [(built) => routeWas(built.method(name), old)];
};

const endpointAdded: Happening = (step) => {
  const method = step.take(existing(step).filter(({ plan }) => plan.until === undefined));
  if (!method) return [];
  method.exists = false;
  method.changed = true;
  return [(built) => methodAdded(built.method(method.plan.name))];
};

const endpointRemoved: Happening = (step, gate) => {
  const method = step.take(existing(step).filter(({ plan }) => plan.until === undefined));
  // What newer versions changed about it would be changes of something that they do not have.
  if (!method || method.changed) return [];
  method.plan.until = gate;
  return [(built) => methodRemoved(built.method(method.plan.name))];
};

const errorStatusChanged: Happening = (step) => {
  const error = step.take(step.standing.errors);
  const status = step.random.pick([400, 403, 404, 409, 422]) ?? 400;
  return error ? [(built) => statusWas(built.error(error.name), status)] : [];
};

const errorCodeChanged: Happening = (step) => {
  const error = step.take(step.standing.errors);
  if (!error) return [];
  const was = t.literal(step.name(error.name)).describe("Says what went wrong.");
  return [(built) => field(built.error(error.name), "code", wasOfType(was))];
};

const eventTypeChanged: Happening = (step) => {
  const event = step.take(step.standing.events);
  if (!event) return [];
  const type = step.name(event.name);
  return [(built) => eventWas(built.event(event.name), type)];
};

function existing(step: Step) {
  return step.standing.methods.filter(({ exists }) => exists);
}

/** What happens to methods, errors and events. */
export const methodHappenings: Readonly<Record<string, Happening>> = {
  behaviour_changed: behaviourChanged,
  endpoint_moved: endpointMoved,
  endpoint_added: endpointAdded,
  endpoint_removed: endpointRemoved,
  error_status_changed: errorStatusChanged,
  error_code_changed: errorCodeChanged,
  event_type_changed: eventTypeChanged,
};
