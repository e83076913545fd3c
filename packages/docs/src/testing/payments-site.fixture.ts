import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@holdfast/example-payments/server";
import { buildPageScript } from "./chromium.fixture.js";

/** The payments API with its docs, on a port of its own, with nothing in its database. */
export interface PaymentsSite {
  /** `http://127.0.0.1:40123`. */
  readonly url: string;
  /** The secret key of a new account. */
  keyOf(account: { readonly pin?: string; readonly mode?: "test" | "live" }): Promise<string>;
  close(): Promise<void>;
}

/** Starts payments as `npm start` does, with docs in this thread, so that they run from the sources. */
export async function startPaymentsSite(): Promise<PaymentsSite> {
  buildPageScript();
  const dataFolder = mkdtempSync(join(tmpdir(), "holdfast-pages-"));
  const server = await startServer({ port: 0, dataFolder, docsHere: true, env: {} });
  // The first page takes the longest: everything is read for it.
  await (await fetch(`${server.url}/docs/charge`)).text();
  return {
    url: server.url,
    keyOf: async (account) => (await server.store.createAccount(account)).secretKey,
    async close() {
      await server.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
