import type { Api } from "../api.js";
import type { TestJson } from "../testing/index.js";
import type { Layer } from "./call.js";
import { type MemoryStore, memoryStore } from "./memory-store.js";
import { type RunningApi, serveApi } from "./serve-api.js";
import type { RequestEntry, ServeSettings } from "./served.js";

/** A request as a test says it. */
export interface Sent {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly query?: string;
  /** A hash is sent as JSON, a text as a form, bytes as they are. */
  readonly body?: object | string | Uint8Array;
}

/** What came back. */
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: TestJson;
  readonly text: string;
}

/** An API that is served over no transport, with its store and what it tells. */
export interface Rig {
  readonly store: MemoryStore;
  readonly running: RunningApi;
  /** What was told to the request log. */
  readonly log: readonly RequestEntry[];
  /** What made requests fail. */
  readonly failures: readonly unknown[];
  /** Sends a request: `POST /v1/charges`. */
  send(route: string, sent?: Sent): Promise<Got>;
}

const FORM = "application/x-www-form-urlencoded";

/** Serves an API with a memory store. */
export async function openRig(
  api: Api,
  settings: Partial<ServeSettings> = {},
  arrange?: (layers: readonly Layer[]) => readonly Layer[],
  store: MemoryStore = memoryStore(),
): Promise<Rig> {
  const log: RequestEntry[] = [];
  const failures: unknown[] = [];
  const running = await serveApi(
    api,
    {
      store,
      transactor: store,
      secret: "a secret for tests only",
      onRequest: (entry) => log.push(entry),
      onFailure: (failure) => failures.push(failure),
      ...settings,
    },
    arrange,
  );
  return {
    store,
    running,
    log,
    failures,
    async send(route, { key, headers = {}, query = "", body } = {}) {
      const [method = "", path = ""] = route.split(" ");
      const reply = await running.handle({
        method,
        path,
        query,
        headers: {
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
          ...(body !== undefined && {
            "content-type": typeof body === "string" ? FORM : "application/json",
          }),
          ...headers,
        },
        body: bytesOf(body),
      });
      return {
        status: reply.status,
        headers: reply.headers,
        text: reply.body,
        body: reply.body === "" ? null : JSON.parse(reply.body),
      };
    },
  };
}

function bytesOf(body: Sent["body"]): Uint8Array {
  if (body === undefined) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
}
