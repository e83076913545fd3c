import type { Api, Json } from "holdfast";
import type { Contract, MethodShape } from "holdfast/contract";
import { requestAt } from "holdfast/samples";
import type { Params } from "./example-set.js";
import type { SampleRequest } from "./sample.js";

/** The request that callers of a contract send to say what these params say today. */
export function sampleRequest(
  api: Api,
  contract: Contract,
  method: MethodShape,
  params: Params,
): Omit<SampleRequest, "version"> {
  const sent = requestAt(api.compiled(contract), method, params);
  const headers: Record<string, string> = {};
  const inPath = new Set([...method.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  const rest = Object.entries(sent).filter(([name, value]) => {
    const header = method.params.fields.get(name)?.info.header;
    if (header !== undefined) headers[header] = textOf(value);
    return header === undefined && !inPath.has(name);
  });
  const path = method.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(textOf(sent[name])),
  );
  return { verb: method.verb, path, params: Object.fromEntries(rest), headers };
}

function textOf(value: Json): string {
  return value === null || value === undefined ? "" : String(value);
}
