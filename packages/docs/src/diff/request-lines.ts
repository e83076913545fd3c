import type { Json } from "holdfast";
import type { SampleRequest } from "../samples/sample.js";
import { diffJson, type JsonDiffLine } from "./json-diff.js";

/**
 * What differs between two requests: where they go, and their params.
 *
 * @param paths the params that are looked at; all, if left out
 */
export function requestLines(
  before: SampleRequest,
  after: SampleRequest,
  paths: readonly string[] = [""],
): readonly JsonDiffLine[] {
  const [from, to] = [before, after].map(({ verb, path }) => `${verb} ${path}`);
  const params = diffJson(paramsOf(before), paramsOf(after), paths);
  if (from !== undefined && to !== undefined && from !== to) {
    const route = [
      { mark: "removed", text: from, depth: 0 },
      { mark: "added", text: to, depth: 0 },
    ] as const;
    return [...route, ...params];
  }
  return params.length === 0 ? [] : [{ mark: "same", text: to ?? "", depth: 0 }, ...params];
}

/** A request without params has no body to speak of. */
function paramsOf({ params }: SampleRequest): Json | undefined {
  return Object.keys(params).length === 0 ? undefined : params;
}
