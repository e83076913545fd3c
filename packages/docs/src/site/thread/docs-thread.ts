import { Worker, type WorkerOptions } from "node:worker_threads";
import type { WireRequest } from "holdfast";
import { plainAnswer, unavailable } from "../problem.js";
import type { SiteResponse } from "../respond.js";
import { BackOff } from "./back-off.js";
import { forwarded, type Said, type ThreadData } from "./messages.js";
import { failureOf } from "./told.js";

/** How the thread is kept. Times are in milliseconds. */
interface ThreadSettings {
  readonly module: URL;
  /** How many requests may wait for it; beyond that they are turned away. */
  readonly queue: number;
  /** A thread that has not answered for so long hangs, and is ended. */
  readonly answerWithinMs: number;
  /** How long it may take to boot. Who asks meanwhile is told to come back after `answerWithinMs`. */
  readonly bootWithinMs: number;
  readonly onFailure: (failure: unknown) => void;
  readonly worker: WorkerOptions;
}

interface Waiting {
  readonly answer: (response: SiteResponse) => void;
  readonly timer: NodeJS.Timeout;
}

/** The docs in a thread of their own, which is started again where it ends. */
export class DocsThread {
  readonly #settings: ThreadSettings;
  readonly #waiting = new Map<number, Waiting>();
  readonly #backOff = new BackOff();
  #worker: Worker | undefined;
  #boot: NodeJS.Timeout | undefined;
  /** When it had booted; 0 while it has not. */
  #startedAt = 0;
  /** Until when it is not started again, by the clock that never goes back. */
  #restsUntil = 0;
  #restart: NodeJS.Timeout | undefined;
  #asked = 0;
  #closed = false;

  constructor(settings: ThreadSettings) {
    this.#settings = settings;
  }

  /** Starts it, unless it runs, rests or is closed. */
  start(): void {
    if (this.#worker || this.#closed || performance.now() < this.#restsUntil) return;
    const data: ThreadData = { module: this.#settings.module.href };
    const worker = new Worker(new URL("./worker.js", import.meta.url), {
      ...this.#settings.worker,
      workerData: data,
    });
    // A server that closes must not wait for its docs.
    worker.unref();
    this.#worker = worker;
    this.#startedAt = 0;
    this.#boot = setTimeout(() => this.#hangs(worker), this.#settings.bootWithinMs).unref();
    worker.on("message", (said: Said) => this.#heard(said));
    worker.on("error", (failure) => this.#settings.onFailure(failure));
    worker.on("exit", () => this.#ended());
  }

  /** Asks the thread; where it cannot answer, says when to come back. */
  ask(request: WireRequest): Promise<SiteResponse> {
    this.start();
    const worker = this.#worker;
    if (!worker) return Promise.resolve(unavailable(this.#restsUntil - performance.now()));
    if (this.#waiting.size >= this.#settings.queue) return Promise.resolve(unavailable(1000));
    return new Promise((answer) => {
      const id = ++this.#asked;
      const timer = setTimeout(() => this.#late(id, worker), this.#settings.answerWithinMs);
      timer.unref();
      this.#waiting.set(id, { answer, timer });
      worker.postMessage({ id, request: forwarded(request) });
    });
  }

  /** Ends the thread for good. Who still waits is told so. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#restart);
    await this.#worker?.terminate();
  }

  #heard(said: Said): void {
    if ("ready" in said) {
      this.#startedAt = performance.now();
      clearTimeout(this.#boot);
      for (const { timer } of this.#waiting.values()) timer.refresh();
      return;
    }
    const waiting = this.#waiting.get(said.id);
    this.#waiting.delete(said.id);
    clearTimeout(waiting?.timer);
    if ("answer" in said) {
      waiting?.answer(said.answer);
    } else {
      this.#settings.onFailure(failureOf(said.failure));
      waiting?.answer(plainAnswer(500, "The docs failed. The failure has been recorded."));
    }
  }

  /** While it boots nothing can be answered; after that, an answer that is late will never come. */
  #late(id: number, worker: Worker): void {
    if (this.#startedAt !== 0) {
      this.#hangs(worker);
      return;
    }
    this.#waiting.get(id)?.answer(unavailable(1000));
    this.#waiting.delete(id);
  }

  #hangs(worker: Worker): void {
    this.#settings.onFailure(new Error("The docs hang, and are started again."));
    void worker.terminate();
  }

  #ended(): void {
    this.#worker = undefined;
    clearTimeout(this.#boot);
    const now = performance.now();
    const wait = this.#closed ? 0 : this.#backOff.next(this.#startedAt && now - this.#startedAt);
    this.#restsUntil = now + wait;
    for (const { answer, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      answer(this.#closed ? plainAnswer(503, "The server is closing.") : unavailable(wait));
    }
    this.#waiting.clear();
    if (this.#closed) return;
    this.#restart = setTimeout(() => this.start(), wait + 1).unref();
  }
}
