import type { ErrorShape } from "../contract/contract.js";
import { type Path, showPath } from "../definition/path.js";
import type { Raised } from "../definition/raised.js";
import type { WireResponse } from "../http/message.js";
import { Addresses } from "./addresses.js";
import type { Call } from "./call.js";
import { loadContext } from "./context.js";
import { loadFor } from "./load.js";

/** Puts an error into the names, shape and status of the caller's version. */
export async function answerError(call: Call, raised: Raised): Promise<WireResponse> {
  const compiled = call.contract ?? call.served.api.compiled(call.served.api.timeline.newest);
  const { definition } = raised;
  const shape: ErrorShape | undefined = compiled.contract.errors.get(definition.name);
  if (!shape)
    throw new TypeError(`the error ${definition.name} is not among the API's definitions`);
  const { param, text } = address(call, raised);
  const { redact } = call.served.settings;
  const message = fill(definition.message, { ...raised.data, param: text ?? "a param" });
  const record = {
    ...raised.data,
    message: redact(message),
    param: param === undefined ? undefined : redact(param),
  };
  const secret = call.credential?.kind === "secret";
  const sites = compiled.errorSites(shape);
  const rendering =
    sites.length > 0
      ? await loadFor([record], sites, compiled, loadContext(call), secret)
      : { secret, loaded: () => undefined, batched: () => undefined };
  const error = compiled.error(shape)(record, record, rendering, undefined);
  return {
    status: raised.status ?? shape.status,
    headers: { "content-type": "application/json", ...raised.headers },
    body: JSON.stringify({ error }),
  };
}

/** The param's address for programs, if the caller's version has one, and for people. */
function address(call: Call, { param, speaks }: Raised): { param?: string; text?: string } {
  if (param === undefined) return {};
  const callers: Path | undefined =
    speaks === "caller" || !call.method ? param : new Addresses(call.method.params).of(param);
  const text = clip(showPath(callers ?? param));
  return callers ? { param: text, text } : { text };
}

// A caller's own names may be as long as a body; an answer about them may not.
function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

function fill(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (all, name: string) => {
    const value = values[name];
    return value === undefined || value === null ? (name in values ? "" : all) : String(value);
  });
}
