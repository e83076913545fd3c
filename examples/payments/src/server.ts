import { serveDocs } from "@holdfast/docs";
import { migrate, openStore, type Store } from "@holdfast/store";
import {
  type AccountStore,
  type RequestEntry,
  type RunningApi,
  serve,
  serveApi,
  type WireHandler,
} from "holdfast";
import { api } from "./app.js";
import { hideCardNumbers, type PaymentsTables, paymentsMigrations } from "./domain/index.js";
import type { World } from "./services.js";
import { readSettings } from "./settings.js";
import { startSettling } from "./settling.js";

/** What a server is started with. */
export interface StartOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly onRequest?: (entry: RequestEntry) => void;
  /** When the docs boot: at once, in the background, or when they are first read (the default). */
  readonly startDocs?: "now" | "first";
  /** Runs the docs in the server's own thread, which tests need. */
  readonly docsHere?: boolean;
}

/** A running payments server. */
export interface PaymentsServer {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  readonly running: RunningApi;
  /** Answers what is under way, then closes the store. */
  close(): Promise<void>;
}

/** Opens the store, brings it up to date, and serves the payments API. */
export async function startServer(options: StartOptions): Promise<PaymentsServer> {
  const env = options.env ?? process.env;
  const settings = readSettings(env);
  const dataFolder = options.dataFolder ?? settings.dataFolder;
  const store = await openStore({
    dataFolder,
    ...(settings.databaseUrl !== undefined && { url: settings.databaseUrl }),
  });
  // What was started, in order; a start that fails half-way stops it all again.
  const stops: (() => Promise<void>)[] = [() => store.close()];
  const close = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  try {
    await migrate(store, "payments", paymentsMigrations);
    const world: World = {
      pepper: store.secretFor("fingerprints"),
      now: () => Math.floor(Date.now() / 1000),
    };
    const accounts = settings.production ? store : withSandboxes(store);
    const running = await serveApi(api, {
      store: accounts,
      transactor: store.transactor<PaymentsTables>((db) => ({ db, world })),
      rateLimit: settings.rateLimit,
      secret: store.secretFor("idempotency"),
      redact: hideCardNumbers,
      ...(options.onRequest && { onRequest: options.onRequest }),
      onFailure: (failure, request) => console.error(`${request}:`, failure),
    });
    stops.push(() => running.stop());
    stops.push(startSettling(store, world));
    const docs = serveDocs({
      module: new URL("./docs.js", import.meta.url),
      accounts,
      start: options.startDocs ?? "first",
      ...(options.docsHere && { here: () => import("./docs.js") }),
    });
    stops.push(() => docs.close());
    const handle: WireHandler = (request) =>
      (docs.owns(request.path) ? docs : running).handle(request);
    const server = await serve(handle, {
      port: options.port,
      host: settings.host,
      answerTooLarge: running.answerTooLarge,
    });
    stops.push(() => server.close());
    return { url: server.url, port: server.port, store, running, close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

/** In development, any test key that was never seen opens a sandbox of its own. */
function withSandboxes(store: Store): AccountStore {
  return {
    authenticate: (key) => store.adoptKey(key),
    pinIfAbsent: (account, version) => store.pinIfAbsent(account, version),
    activate: (process, versions) => store.activate(process, versions),
    leave: (process) => store.leave(process),
  };
}
