import { type MethodShape, namelessRoute, routeParams } from "holdfast/contract";
import type { JsonObject } from "./document.js";
import { type Making, operationOf } from "./operation.js";

/** What a path item may hold (OpenAPI 3.1, "Path Item Object"). */
const VERBS = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"]);

/** The methods of a version by their paths. */
export function pathsOf(
  making: Making,
  tagOf: (method: MethodShape) => string | undefined,
): { readonly [path: string]: JsonObject } {
  const paths = new Map<string, { path: string; operations: [string, JsonObject][] }>();
  for (const method of making.context.contract.methods.values()) {
    if (!method.exists || !VERBS.has(method.verb)) continue;
    // Two paths that differ only in what they call their params are one.
    const key = namelessRoute(method.path);
    const item = paths.get(key) ?? { path: method.path, operations: [] };
    paths.set(key, item);
    const operation = operationOf(method, routeParams(item.path), tagOf(method), making);
    item.operations.push([method.verb.toLowerCase(), operation]);
  }
  return Object.fromEntries(
    [...paths.values()].map(({ path, operations }) => [path, Object.fromEntries(operations)]),
  );
}
