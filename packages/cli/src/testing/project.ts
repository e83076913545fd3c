import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "../io.js";
import { run } from "../run.js";

/** What a run wrote, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A project of its own, in an empty folder, whose app is one of the fixtures. */
export interface TestProject {
  readonly folder: string;
  /** Runs in-process; `io` changes what the terminal is. */
  run(words: readonly string[], io?: Partial<Io>): Promise<Ran>;
  /** Runs with --format json, and reads the result. Throws if the run failed. */
  json(...words: readonly string[]): Promise<Record<string, unknown>>;
  remove(): Promise<void>;
}

export async function testProject(app = "app.ts"): Promise<TestProject> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "holdfast-cli-")));
  const module = relative(folder, fileURLToPath(new URL(app, import.meta.url)));
  await writeFile(join(folder, "package.json"), JSON.stringify({ holdfast: { app: module } }));
  const runHere = (words: readonly string[], io: Partial<Io> = {}) =>
    capture(words, { cwd: folder, ...io });
  return {
    folder,
    run: runHere,
    async json(...words) {
      const { code, out, err } = await runHere([...words, "--format", "json"]);
      if (code !== 0 || err !== "") throw new Error(`It ended with ${code}: ${err}`);
      return JSON.parse(out);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Runs in-process, away from any terminal, and keeps what is written. */
export async function capture(words: readonly string[], given: Partial<Io>): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await run(words, {
    cwd: "/",
    env: {},
    user: "ada",
    columns: undefined,
    colours: false,
    ask: null,
    clock: Date.now,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...given,
  });
  return { code, out, err };
}
