import { type Api, memoryStore, serveApi, type WireRequest, type WireResponse } from "holdfast";
import { type Heard, Listener } from "holdfast/samples";
import type { Params } from "./example-set.js";
import { formPairs } from "./form.js";
import type { SampleRequest } from "./sample.js";
import { sampleRequest } from "./sample-request.js";
import { type ExampleWorld, undoing } from "./world.js";

/** What came of a request. */
export interface Played {
  readonly answer: WireResponse;
  readonly heard: Heard | undefined;
}

/** An API whose examples are executed, through all layers, in a world that is always the same. */
export interface Stage {
  /** Begins again, as if nothing had happened yet. */
  clear(): Promise<void>;
  /** Sends what callers of a version send to say these params; what it writes is kept. */
  play(version: string, method: string, params: Params): Promise<Played>;
  /** The same, and then everything is as it was before. */
  rehearse(version: string, method: string, params: Params): Promise<Played>;
  stop(): Promise<void>;
}

/** Opens a stage. The methods that its callers call are called by an account of its own. */
export async function openStage(api: Api, world: ExampleWorld): Promise<Stage> {
  const newest = api.timeline.versions.at(-1)?.name ?? "";
  const store = memoryStore();
  const { secretKey } = store.createAccount({ id: "acct_example", pin: newest });
  const listener = new Listener(api);
  let rehearses = false;
  let requests = 0;
  const running = await serveApi(
    api,
    {
      store,
      transactor: undoing(world.transactor, () => rehearses),
      secret: "examples",
      newRequestId: () => `req_${String(++requests).padStart(24, "0")}`,
      // Whatever its sunset, a version is documented for as long as it is in the history.
      clock: () => 0,
      onFailure(failure) {
        throw failure;
      },
    },
    (layers) => listener.arrange(layers),
  );
  const play: Stage["play"] = async (version, name, params) => {
    const contract = api.timeline.at(version);
    const method = contract?.methods.get(name);
    if (!contract || !method) throw new TypeError(`the API has no method ${name} at ${version}`);
    listener.take();
    const sent = sampleRequest(api, contract, method, params);
    const headers = {
      authorization: `Bearer ${secretKey}`,
      [api.versionHeader.toLowerCase()]: version,
    };
    const answer = await running.handle(wireRequest(sent, headers));
    return { answer, heard: listener.take() };
  };
  return {
    play,
    async clear() {
      requests = 0;
      await world.clear();
    },
    async rehearse(...what) {
      const goBack = world.hold();
      const before = requests;
      rehearses = true;
      try {
        return await play(...what);
      } finally {
        rehearses = false;
        requests = before;
        goBack();
      }
    },
    stop: () => running.stop(),
  };
}

/** A sample's request as it goes over the wire: with a query, a form, or JSON. */
function wireRequest(
  { verb, path, params, headers }: Omit<SampleRequest, "version">,
  more: Readonly<Record<string, string>>,
): WireRequest {
  const pairs = formPairs(params);
  const form = pairs && new URLSearchParams(pairs.map((pair) => [...pair])).toString();
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const type = form === undefined ? "application/json" : "application/x-www-form-urlencoded";
  const isQuery = verb === "GET" && form !== undefined;
  const body = isQuery || pairs?.length === 0 ? "" : (form ?? JSON.stringify(params));
  return {
    method: verb,
    path,
    query: isQuery ? form : "",
    headers: { ...Object.fromEntries(own), ...more, ...(body !== "" && { "content-type": type }) },
    body: new TextEncoder().encode(body),
  };
}
