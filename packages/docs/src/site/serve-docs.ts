import type { WorkerOptions } from "node:worker_threads";
import type { AccountStore } from "holdfast";
import type { DocsSite } from "./docs-site.js";
import { keyAnswer } from "./key-answer.js";
import { plainAnswer } from "./problem.js";
import { owns } from "./route.js";
import { DocsHere, type ImportDocs } from "./thread/docs-here.js";
import { DocsThread } from "./thread/docs-thread.js";

/** How docs are served beside an API. */
export interface ServeDocsOptions {
  /** The module whose default export is `await docs(…)`; it runs in a thread of its own. */
  readonly module: URL;
  /** What stands before every path of the docs, as in `docs({ mount })`. Default: nothing. */
  readonly mount?: string;
  /** Who says which version a pasted key is held at, for `docs({ keys: true })`. */
  readonly accounts?: Pick<AccountStore, "authenticate">;
  /** Whether the docs boot at once, in the background, or when they are first read (the default). */
  readonly start?: "now" | "first";
  /** How many requests may wait at a time; more are answered with a 503. Default: 256. */
  readonly queue?: number;
  /** Docs that do not answer for so long, in milliseconds, are started again. Default: 15 s. */
  readonly answerWithinMs?: number;
  /** Docs that have not booted for so long, in milliseconds, are started again. Default: 2 min. */
  readonly bootWithinMs?: number;
  /** Told of what ended the thread. Default: prints it to standard error. */
  readonly onFailure?: (failure: unknown) => void;
  /**
   * Imports the docs into the server's own thread: for tests, whose loaders know no threads.
   * `npx holdfast dev` does so by itself, to be quick.
   */
  readonly here?: ImportDocs;
  /** How the thread is made: its limits, for instance. Default: at most 1 GiB for its objects. */
  readonly worker?: WorkerOptions;
}

/** Docs that are being served. */
export interface ServedDocs extends DocsSite {
  /** Ends the thread. */
  close(): Promise<void>;
}

/**
 * Serves docs from a thread of their own, so that however much they are read, requests to the API do
 * not wait for them. A thread that ends is started again, later and later where it goes on ending;
 * meanwhile readers get a 503 that says when to come back.
 *
 * @example
 * const pages = serveDocs({ module: new URL("./docs.js", import.meta.url), accounts: store });
 * await serve((request) => (pages.owns(request.path) ? pages : running).handle(request));
 */
export function serveDocs(options: ServeDocsOptions): ServedDocs {
  const { mount = "", accounts } = options;
  const onFailure = options.onFailure ?? ((failure: unknown) => console.error("docs:", failure));
  const importHere =
    options.here ??
    (process.env.HOLDFAST_DEV === "1" ? () => import(options.module.href) : undefined);
  const running = importHere
    ? new DocsHere(importHere, onFailure)
    : new DocsThread({
        module: options.module,
        queue: options.queue ?? 256,
        answerWithinMs: options.answerWithinMs ?? 15_000,
        bootWithinMs: options.bootWithinMs ?? 120_000,
        onFailure,
        worker: { resourceLimits: { maxOldGenerationSizeMb: 1024 }, ...options.worker },
      });
  if (options.start === "now") running.start();
  return {
    owns: (path) => owns(path, mount),
    async handle(request) {
      if (request.path !== `${mount}/docs/-/key` || !accounts) return running.ask(request);
      try {
        return await keyAnswer(request, accounts);
      } catch (failure) {
        onFailure(failure);
        return plainAnswer(500, "The key could not be looked up.");
      }
    },
    close: () => running.close(),
  };
}
