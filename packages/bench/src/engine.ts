import {
  type Api,
  type Call,
  defaultLayers,
  type Layer,
  memoryStore,
  type ServeSettings,
  type WireRequest,
  type WireResponse,
} from "holdfast";
import type { Step } from "./steps.js";

/** A version by its place: -1 is the newest, 0 the oldest. */
export type Place = -1 | 0;

function at(api: Api, place: Place, name: string) {
  const version = api.timeline.versions.at(place)?.name ?? "";
  const contract = api.timeline.at(version);
  const method = contract?.methods.get(name);
  if (!contract || !method) throw new TypeError(`There is no ${name} at ${version}.`);
  return { version, method, contract: api.compiled(contract) };
}

/** Renders a record, with what was loaded for it, as a method of a version returns it. */
export function renderStep(
  api: Api,
  place: Place,
  name: string,
  record: object,
  batched: ReadonlyMap<string, unknown> = new Map(),
): Step {
  const { contract, method } = at(api, place, name);
  const render = contract.returns(method);
  const call = {
    secret: true,
    loaded: () => undefined,
    batched: (_resource: string, field: string) => batched.get(field),
  };
  return () => render(record, record, call, undefined);
}

const done: Promise<WireResponse> = Promise.resolve({ status: 200, headers: {}, body: "" });

/** Runs the layers that turn a form into today's params and check them, and gives those. */
export function readStep(api: Api, place: Place, name: string, form: string): Step {
  const { version, method, contract } = at(api, place, name);
  const memory = memoryStore();
  const settings: ServeSettings = {
    store: memory,
    transactor: memory,
    secret: "a secret for benchmarks only",
    redact: (text) => text,
    clock: Date.now,
  };
  const [decode, validate, check] = layersOf(api, settings);
  const request: WireRequest = {
    method: method.verb,
    path: method.path,
    query: "",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: Buffer.from(form),
  };
  const served = { api, settings, activeVersion: () => version };
  return async () => {
    const call: Call = { request, id: "req", served, version, contract, method, pathParams: {} };
    await decode.run(call, () => validate.run(call, () => check.run(call, () => done)));
    return call.params;
  };
}

function layersOf(api: Api, settings: ServeSettings): [Layer, Layer, Layer] {
  const layers = new Map(defaultLayers(api, settings).map((layer) => [layer.name, layer]));
  const [decode, validate, check] = ["decode", "validate", "check"].map((name) => layers.get(name));
  if (!decode || !validate || !check) throw new TypeError("The layers have other names now.");
  return [decode, validate, check];
}
