import type { Api } from "../api.js";
import { mapParams } from "../definition/route-params.js";
import { nearest } from "../diagnostics/near.js";
import type { WireRequest } from "../http/message.js";
import type { Account, Credential, Mode, Transactor } from "../pipeline/account-store.js";
import { memoryStore } from "../pipeline/memory-store.js";
import { type RunningApi, serveApi } from "../pipeline/serve-api.js";
import type { ServeSettings } from "../pipeline/served.js";
import type { TestJson } from "./test-json.js";

/** Whom to call as. */
export interface Caller {
  /** The version to stand in; the newest, unless said. */
  readonly version?: string;
  /** Gates to hold beside those of the version, with what they depend on. */
  readonly gates?: readonly string[];
  /** Gates to be without. */
  readonly without?: readonly string[];
  /**
   * The account to call as; a new one, unless said. Callers of one account may stand in different
   * versions and hold different gates.
   */
  readonly account?: string;
  readonly publishable?: boolean;
  /** Whose data to see; "test", unless said. */
  readonly mode?: Mode;
}

/** Params as they would be sent; nested hashes and lists as they are. */
export type SentParams = Readonly<Record<string, unknown>>;

/** What came back; `Body` is what the test says that its version shows. */
export interface TestAnswer<Body = TestJson> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body; null where nothing was sent. */
  readonly body: Body;
  /** The body as it was sent. */
  readonly text: string;
}

/** Calls methods in-process, through every layer, without a socket. */
export interface TestCaller {
  readonly account: Account;
  /** The API key that it calls with, for requests that are not made by `call`. */
  readonly key: string;
  /**
   * Calls a method with params of the caller's version. `Body` names what a success shows, where a
   * test needs its texts and numbers; it is taken at its word.
   *
   * @example
   * const { body } = await old.call<{ id: string }>("charges.create", { amount: 100, card });
   */
  call<Body = TestJson>(
    method: string,
    params?: SentParams,
    headers?: Record<string, string>,
  ): Promise<TestAnswer<Body>>;
}

/** A test kit for one API. */
export interface TestKit {
  callAs(caller?: Caller): TestCaller;
  /** The API as it is served, for tests of the wire. */
  readonly running: RunningApi;
  stop(): Promise<void>;
}

/** What a test kit may be given in place of memory. */
export interface TestKitOptions extends Partial<Omit<ServeSettings, "store">> {
  /** What `execute` and loaders receive beside their params. */
  readonly services?: () => object;
  /** Where writes go, where the API needs a database. */
  readonly transactor?: Transactor;
}

/**
 * Opens a test kit. Accounts live in memory; every call goes through all layers.
 *
 * @example
 * const kit = await testKit(api);
 * const old = kit.callAs({ version: "2014-09-08" });
 * const { body } = await old.call("charges.create", { amount: 100, currency: "usd", card: "tok_visa" });
 * expect(body.card?.last4).toBe("4242");
 */
export async function testKit(api: Api, options: TestKitOptions = {}): Promise<TestKit> {
  const { services, ...settings } = options;
  const memory = memoryStore(services ? { services } : {});
  const callers = new Map<string, Credential>();
  const store = { ...memory, authenticate: async (key: string) => callers.get(key) ?? null };
  const running = await serveApi(api, {
    transactor: memory,
    onFailure: (failure) => console.error(failure),
    secret: "a secret for tests only",
    ...settings,
    store,
  });
  const newest = api.timeline.versions.at(-1)?.name ?? "";
  return {
    running,
    stop: () => running.stop(),
    callAs({ version = newest, gates = [], without = [], account: id, ...as } = {}) {
      requireKnown(
        "version",
        [version],
        [...api.timeline.versions, ...api.timeline.drafts].map(({ name }) => name),
      );
      requireKnown("gate", [...gates, ...without], [...api.timeline.gates.keys()]);
      const number = callers.size + 1;
      const account: Account = {
        id: id ?? `acct_${number}`,
        pin: version,
        granted: gates,
        revoked: without,
      };
      const { publishable = false, mode = "test" } = as;
      const key = `${publishable ? "pk" : "sk"}_${mode}_caller_${number}`;
      callers.set(key, {
        account,
        keyId: `key_${number}`,
        kind: publishable ? "publishable" : "secret",
        mode,
        pin: null,
        permissions: null,
      });
      return {
        account,
        key,
        async call(method, params = {}, headers = {}) {
          const request = requestFor(api, account, method, params, {
            ...headers,
            authorization: `Bearer ${key}`,
          });
          const { status, headers: replied, body } = await running.handle(request);
          return {
            status,
            headers: replied,
            body: body === "" ? null : JSON.parse(body),
            text: body,
          };
        },
      };
    },
  };
}

function requireKnown(what: string, asked: readonly string[], known: readonly string[]): void {
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(unknown, known);
  const help = meant === undefined ? "" : ` Did you mean ${meant}?`;
  throw new TypeError(`The API has no ${what} ${unknown}.${help}`);
}

/** The request that a caller of the account's version would send. */
function requestFor(
  api: Api,
  { pin, granted, revoked }: Account,
  name: string,
  params: SentParams,
  headers: Record<string, string>,
): WireRequest {
  const version = headers[api.versionHeader.toLowerCase()] ?? pin ?? "";
  const methods = api.timeline.withGrants(version, granted, revoked)?.methods;
  const method =
    [...(methods?.values() ?? [])].find((one) => one.exists && one.name === name) ??
    methods?.get(name);
  if (!method) throw new TypeError(`the API has no method ${name} at ${version}`);
  const rest = { ...params };
  const own: Record<string, string> = {};
  for (const { name: param, info } of method.params.fields.values()) {
    if (info.header === undefined || rest[param] === undefined) continue;
    own[info.header.toLowerCase()] = String(rest[param]);
    delete rest[param];
  }
  const path = mapParams(method.path, (param) => {
    const value = rest[param];
    delete rest[param];
    return encodeURIComponent(String(value));
  });
  return {
    method: method.verb,
    path,
    query: "",
    headers: { "content-type": "application/json", ...own, ...headers },
    body:
      Object.keys(rest).length === 0
        ? new Uint8Array()
        : new TextEncoder().encode(JSON.stringify(rest)),
  };
}
