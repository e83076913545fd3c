import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkerOptions } from "node:worker_threads";
import { afterAll } from "vitest";

const hooks = new URL("../../../../cli/src/testing/run-sources.mjs", import.meta.url);

/** How a thread runs the sources, for one test file. */
export function sourceThread(): WorkerOptions {
  const cache = mkdtempSync(join(tmpdir(), "holdfast-docs-"));
  afterAll(() => rmSync(cache, { recursive: true, force: true }));
  return {
    execArgv: ["--conditions=source", "--import", hooks.href],
    env: { ...process.env, SOURCE_CACHE: cache },
  };
}
