import type { Contract, ErrorShape } from "../contract/contract.js";
import { errorAtMethod } from "../contract/draft-errors.js";
import type { MethodDefinition } from "../definition/method.js";
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
  const { shape, data } = shown(compiled.contract, raised, call.method?.definition);
  const { param, text } = address(call, raised);
  const { redact } = call.served.settings;
  const message = fillMessage(shape.definition.message, { ...data, param: text ?? "a param" });
  const record = {
    ...data,
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

/** The error that the caller's version has for what was raised, with its data. */
function shown(
  contract: Contract,
  { definition, data }: Raised,
  method: MethodDefinition | undefined,
): { readonly shape: ErrorShape; readonly data: Raised["data"] } {
  const places = [method?.name, method?.dispatch?.to].filter((one) => one !== undefined);
  const find = (name: string): ErrorShape => {
    const here = places.map((place) => contract.errors.get(errorAtMethod(name, place)));
    const shape = here.find((one) => one !== undefined) ?? contract.errors.get(name);
    if (!shape) throw new TypeError(`the error ${name} is not among the API's definitions`);
    return shape;
  };
  const shape = find(definition.name);
  const { answersAs } = shape;
  return answersAs ? { shape: find(answersAs.error), data: answersAs.data(data) } : { shape, data };
}

/** The param's address for programs, if the caller's version has one, and for people. */
function address(call: Call, { param, speaks }: Raised): { param?: string; text?: string } {
  if (param === undefined) return {};
  const callers = speaks === "sent" ? param : callersName(call, param, speaks);
  const text = clip(showPath(callers ?? param));
  return callers ? { param: text, text } : { text };
}

/** The param as the caller's version names it: by its header, where it stands in one. */
function callersName(
  { method, params }: Call,
  param: Path,
  speaks: "caller" | "head",
): Path | undefined {
  if (!method) return param;
  const path = speaks === "caller" ? param : new Addresses(method.params).of(param, params);
  const header = method.params.fields.get(path?.[0] ?? "")?.info.header;
  return header === undefined ? path : [header];
}

// A caller's own names may be as long as a body; an answer about them may not.
function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

/** A message: its template with the values of an error's data. */
export function fillMessage(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (all, name: string) => {
    const value = values[name];
    return value === undefined || value === null ? (name in values ? "" : all) : String(value);
  });
}
