import { type Check, isObject, listOf, object } from "./checks.js";
import { card } from "./facts/card.js";
import { charge, refund } from "./facts/charge.js";
import { customer } from "./facts/customer.js";
import { dispute } from "./facts/dispute.js";
import { error } from "./facts/error.js";
import { event } from "./facts/event.js";
import { token } from "./facts/token.js";
import { isBefore } from "./version-order.js";

// The shapes of every version as the published history tells them, written from its facts alone:
// a judge that knows nothing of how this repository serves them. In facts/, a field's entry reads
// from old to new: `[["2014-06-13", until then], since then]`.

const resources = { card, charge, customer, dispute, error, event, refund, token };

const listed: Check = (value, where) => {
  const name = isObject(value) ? value.object : undefined;
  const found = Object.entries(resources).find(([known]) => known === name)?.[1];
  return (found ?? object)(value, where);
};

const shapes = { ...resources, list: listOf(listed) };

/** The resources that the judge knows. */
export type ResourceName = keyof typeof shapes;

/** The paths of all nulls, except among a caller's own keys and in what an event says was. */
function nulls(value: unknown, path: string): readonly string[] {
  if (value === null) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value)
    .filter(([name]) => name !== "metadata" && name !== "previous_attributes")
    .flatMap(([name, inner]) => nulls(inner, `${path}.${name}`));
}

/**
 * What is wrong with a value that was served at `version`: fields that must be there and are not,
 * that must not be there and are, or that hold what they should not. Nothing when it is fine.
 * `expanded` names the fields that the request expanded.
 */
export function expectShape(
  name: ResourceName,
  value: unknown,
  version: string,
  expanded: readonly string[] = [],
): readonly string[] {
  const rendered = isBefore(version, "2012-02-23")
    ? nulls(value, name).map((path) => `${path} at ${version}: null fields were not shown yet`)
    : [];
  return [...shapes[name](value, { version, path: name, expanded }), ...rendered];
}
