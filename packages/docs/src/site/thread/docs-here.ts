import type { WireRequest } from "holdfast";
import type { DocsSite } from "../docs-site.js";
import { plainAnswer } from "../problem.js";
import type { SiteResponse } from "../respond.js";

/** How docs are imported in the server's own thread. */
export type ImportDocs = () => Promise<{ readonly default: DocsSite }>;

/** The docs in the thread of the server, where nothing keeps them from slowing it. */
export class DocsHere {
  readonly #import: ImportDocs;
  readonly #onFailure: (failure: unknown) => void;
  #imported: ReturnType<ImportDocs> | undefined;

  constructor(importDocs: ImportDocs, onFailure: (failure: unknown) => void) {
    this.#import = importDocs;
    this.#onFailure = onFailure;
  }

  start(): void {
    this.#load().catch(this.#onFailure);
  }

  async ask(request: WireRequest): Promise<SiteResponse> {
    try {
      const { default: site } = await this.#load();
      return await site.handle(request);
    } catch (failure) {
      this.#onFailure(failure);
      return plainAnswer(500, "The docs failed. The failure has been recorded.");
    }
  }

  async close(): Promise<void> {}

  #load(): ReturnType<ImportDocs> {
    this.#imported ??= this.#import().catch((failure) => {
      // What failed may be mended by the next time that somebody asks.
      this.#imported = undefined;
      throw failure;
    });
    return this.#imported;
  }
}
