import type { Contract, HeaderShape } from "../contract/contract.js";
import { evaluate } from "../definition/evaluate.js";
import type { AnswerFacts, ResponseHeader } from "../definition/response-header.js";
import { type Call, need } from "./call.js";
import { frameworkHeaders } from "./headers.js";

type Headers = Readonly<Record<string, string>>;

const NONE: Headers = {};

/** The headers that a method's success carries, as the caller's version calls them. */
export function methodHeaders(call: Call): Headers {
  const { headers } = need(call, "method").definition;
  return headers.length === 0 ? NONE : valuesOf(headers, call, call.result);
}

/** The headers that every answer carries. One that cannot be made is told of, and left out. */
export function apiHeaders(call: Call): Headers {
  const { api, settings } = call.served;
  if (api.headers.length === 0) return NONE;
  try {
    return valuesOf(api.headers, call, undefined);
  } catch (failure) {
    settings.onFailure?.(failure, call.id);
    return NONE;
  }
}

// RFC 9110, section 5.5, without what is obsolete.
const TEXT = /^[\t\x20-\x7e]*$/;

function valuesOf(headers: readonly ResponseHeader[], call: Call, result: unknown): Headers {
  const facts = { result, request: call.id, version: call.version ?? "" } as AnswerFacts<never>;
  const shapes = contractOf(call).headers;
  return Object.fromEntries(
    headers.flatMap((header) => {
      const shape = shapes.get(header.name);
      const value = header.value?.(facts);
      if (!shape?.name || value === undefined) return [];
      const text = older(String(value), shape);
      if (!TEXT.test(text))
        throw new TypeError(`the header ${header.name} would not be plain text`);
      return [[shape.name.toLowerCase(), text]];
    }),
  );
}

function older(value: string, { steps }: HeaderShape): string {
  return steps.reduce((now, { down }) => (down ? String(evaluate(down, [now])) : now), value);
}

/** The framework's own headers as the caller's version calls them. */
export function asCalled(call: Call, headers: Headers): Headers {
  const changed = changedHeaders(contractOf(call));
  if (changed.length === 0) return headers;
  const called: Record<string, string> = { ...headers };
  for (const shape of changed) {
    const today = shape.definition.name.toLowerCase();
    const value = called[today];
    if (value === undefined) continue;
    delete called[today];
    if (shape.name !== null) called[shape.name.toLowerCase()] = older(value, shape);
  }
  return called;
}

const known = new WeakMap<Contract, readonly HeaderShape[]>();

function changedHeaders(contract: Contract): readonly HeaderShape[] {
  const made =
    known.get(contract) ??
    frameworkHeaders.flatMap(({ name }) => {
      const shape = contract.headers.get(name);
      return shape && (shape.name !== name || shape.steps.length > 0) ? [shape] : [];
    });
  known.set(contract, made);
  return made;
}

/** The headers that scripts of other sites may read, as the caller's version calls them. */
export function exposed(call: Call): readonly string[] {
  const names = [...contractOf(call).headers.values()].flatMap(({ name }) => name ?? []);
  return [...names, call.served.api.versionHeader];
}

function contractOf(call: Call): Contract {
  return call.contract?.contract ?? call.served.api.timeline.newest;
}
