import { type Operation, templateOf } from "./operations.js";

/** The operations of two descriptions that are the same, and those that one alone has. */
export interface MatchedOperations {
  readonly pairs: readonly (readonly [Operation, Operation])[];
  readonly gone: readonly Operation[];
  readonly added: readonly Operation[];
}

/**
 * Finds for each operation the one that answers its calls: at the same address, servers included; else
 * at the same path; else at the longest template that takes the path.
 */
export function matchOperations(
  old: readonly Operation[],
  next: readonly Operation[],
): MatchedOperations {
  const byAddress = new Map<string, Operation>();
  const byPath = new Map<string, Operation>();
  for (const operation of next) {
    for (const address of addressesOf(operation)) byAddress.set(address, operation);
    byPath.set(pathOf(operation), operation);
  }
  const pairs: (readonly [Operation, Operation])[] = [];
  const gone: Operation[] = [];
  for (const operation of old) {
    const [same] = addressesOf(operation).flatMap((address) => byAddress.get(address) ?? []);
    const other = same ?? byPath.get(pathOf(operation)) ?? takenBy(operation, old, next);
    if (other) pairs.push([operation, other]);
    else gone.push(operation);
  }
  const met = new Set(pairs.map(([, operation]) => operation));
  return { pairs, gone, added: next.filter((operation) => !met.has(operation)) };
}

/** An operation's method and path, whatever the names of its parameters. */
export function pathOf({ verb, path }: Pick<Operation, "verb" | "path">): string {
  return `${verb} ${templateOf(path)}`;
}

function addressesOf({ verb, path, servers }: Operation): readonly string[] {
  return servers.map(({ base }) => `${verb} ${base}${templateOf(path)}`);
}

/** The new template that a path without parameters matches, if there was not the same one before. */
function takenBy(
  operation: Operation,
  old: readonly Operation[],
  next: readonly Operation[],
): Operation | undefined {
  if (operation.path.includes("{")) return undefined;
  const known = new Set(old.map(pathOf));
  const takers = next.filter(
    (one) =>
      one.verb === operation.verb && !known.has(pathOf(one)) && takes(one.path, operation.path),
  );
  return takers.sort((one, other) => literal(other) - literal(one))[0];
}

function takes(template: string, path: string): boolean {
  const parts = template
    .split(/\{[^}]*\}/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]+")}$`).test(path);
}

/** How much of a template is no parameter. */
function literal({ path }: Operation): number {
  return templateOf(path).length;
}
