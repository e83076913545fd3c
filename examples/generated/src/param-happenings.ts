import {
  added,
  asText,
  becameRequired,
  checkAdded,
  checkRemoved,
  defaultWas,
  type FieldVerb,
  limited,
  param,
  removed,
  renamedTo,
  t,
  wasOfType,
} from "holdfast";
import type { Pending } from "./built.js";
import type { Happening } from "./happenings.js";
import { pathOf, type StandingMethod } from "./standing.js";
import { takeOut } from "./step.js";

const renamed: Happening = (step) => {
  const found = step.param(["text", "count", "flag"], ["create", "update", "list"]);
  if (!found) return [];
  const now = found.node.name;
  found.node.name = step.name(now);
  return [on(found.owner, found.node.name, renamedTo(now))];
};

const gone: Happening = (step, gate) => {
  const found = step.param(["text", "count", "flag"], ["create", "update"]);
  if (!found) return [];
  const name = step.name("former");
  step.keep(found.owner, found.owner.plan.params, { name, tag: "text", until: gate });
  return [on(found.owner, name, removed())];
};

const appeared: Happening = (step) => {
  const found = step.param(["text", "count"], ["create", "update"]);
  if (!found || found.node.plan.required || found.node.plan.limit !== undefined) return [];
  takeOut(found.owner, found.node);
  return [on(found.owner, pathOf(found.node), added())];
};

const required: Happening = (step) => {
  const found = step.param(["text"], ["create"]);
  if (!found || found.node.plan.required || found.node.plan.until !== undefined) return [];
  found.node.plan.required = true;
  return [on(found.owner, pathOf(found.node), becameRequired("unknown"))];
};

const defaultChanged: Happening = (step) => {
  const found = step.param(["count"], ["create"]);
  if (!found || found.node.plan.required) return [];
  const before = step.random.below(50);
  // What is text at that version has a text for its default.
  const value = found.node.reshaped ? String(before) : before;
  return [on(found.owner, pathOf(found.node), defaultWas(value))];
};

const tightened: Happening = (step) => {
  const found = step.param(["text"], ["create", "update"]);
  if (!found) return [];
  const { owner, node } = found;
  const { limit, until } = node.plan;
  if (limit === undefined && until === undefined && step.random.happens(50)) {
    node.plan.limit = 100 + step.random.below(400);
    return [on(owner, pathOf(node), limited("maxLength"))];
  }
  const check = step.name("rule");
  owner.plan.checks.push({ name: check });
  return [(built) => checkAdded(built.method(owner.plan.name), check)];
};

const typeChanged: Happening = (step) => {
  const found = step.param(["count"], ["create", "update"]);
  if (!found || found.node.reshaped) return [];
  found.node.reshaped = true;
  const was = t.string().describe(`The ${found.node.name}, as text.`);
  return [on(found.owner, pathOf(found.node), wasOfType(was.optional(), asText()))];
};

/** Older versions made a check that is made no longer. */
const loosened: Happening = (step, gate) => {
  const found = step.param(["text"], ["create", "update"]);
  if (!found) return [];
  const check = step.name("former_rule");
  found.owner.plan.checks.push({ name: check, until: gate });
  return [(built) => checkRemoved(built.method(found.owner.plan.name), check)];
};

function on(owner: StandingMethod, path: string, verb: FieldVerb): Pending {
  const { name } = owner.plan;
  owner.changed = true;
  return (built) => param(built.method(name), path, verb);
}

/** What happens to the params of methods. */
export const paramHappenings: Readonly<Record<string, Happening>> = {
  param_renamed: renamed,
  param_removed: gone,
  param_added: appeared,
  param_required: required,
  default_changed: defaultChanged,
  param_type_changed: typeChanged,
  validation_tightened: tightened,
  validation_loosened: loosened,
};
