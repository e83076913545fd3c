import type { Kind } from "holdfast";
import type { MethodShape } from "holdfast/contract";
import type { NavigationGroup } from "./docs.js";
import { type Scope, todaysName } from "./scope.js";

/**
 * The methods by what they give. Methods of one family, `charges.…`, stand together with the
 * resource that most of them return; a resource that no family is about has a group without any.
 */
export function navigationOf(
  methods: readonly MethodShape[],
  resources: readonly string[],
  scope: Scope,
): readonly NavigationGroup[] {
  const families = new Map<string, MethodShape[]>();
  for (const method of methods) {
    const family = familyOf(method);
    families.set(family, [...(families.get(family) ?? []), method]);
  }
  const byResource = new Map<string, MethodShape[]>(resources.map((name) => [name, []]));
  const others: NavigationGroup[] = [];
  for (const [family, all] of families) {
    const resource = mostReturned(all, byResource);
    if (resource === undefined) {
      others.push({ title: titleOf(family), resource: undefined, methods: all.map(entryOf) });
    } else byResource.get(resource)?.push(...all);
  }
  const groups = [...byResource].map(
    ([name, all]): NavigationGroup => ({
      title: titleOf(scope.called(name)),
      resource: { on: "resource", name },
      methods: all.map(entryOf),
    }),
  );
  return [...groups, ...others];
}

/** A method's name without what it does: that of `charges.refunds.create` is `charges.refunds`. */
function familyOf({ definition }: MethodShape): string {
  const parts = definition.name.split(".");
  return parts.length > 1 ? parts.slice(0, -1).join(".") : definition.name;
}

function mostReturned(
  methods: readonly MethodShape[],
  known: ReadonlyMap<string, unknown>,
): string | undefined {
  const counts = new Map<string, number>();
  for (const { returns } of methods) {
    const name = returnedBy(returns);
    if (name !== undefined && known.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

/** The resource that a method returns, or pages of it. */
export function returnedBy({ resource }: Kind): string | undefined {
  return resource === undefined ? undefined : todaysName(resource);
}

function entryOf({ definition, name, verb }: MethodShape): NavigationGroup["methods"][number] {
  return { subject: { on: "method", name: definition.name }, name, verb };
}

/** `balance_transaction` reads `Balance transaction`. */
function titleOf(name: string): string {
  const words = name.replace(/[_.]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
