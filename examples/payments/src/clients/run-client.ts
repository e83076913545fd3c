import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Plan } from "./plan.js";
import type { Transcript } from "./transcript.js";

const script = fileURLToPath(new URL("scenario.mjs", import.meta.url));
const run = promisify(execFile);

/**
 * Runs the scenario with an unmodified client in a process of its own, and returns what the client
 * saw. Its home folder is an empty one, for newer clients write there; nothing else of this
 * process's environment reaches it but PATH. Rejects with the client's stderr if it fails.
 */
export async function runClient(plan: Plan): Promise<Transcript> {
  const home = await mkdtemp(join(tmpdir(), "holdfast-client-"));
  try {
    const { stdout } = await run(process.execPath, [script, JSON.stringify(plan)], {
      env: { HOME: home, PATH: process.env.PATH },
      timeout: 30_000,
      maxBuffer: 16 * 1024 * 1024,
    });
    return JSON.parse(stdout) as Transcript;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Runs the tasks in their order, at most `width` at a time, and settles each as its turn ends. */
export function pool<T>(
  width: number,
  tasks: readonly (() => Promise<T>)[],
): readonly Promise<T>[] {
  const lanes = Array.from({ length: width }, () => Promise.resolve());
  return tasks.map((task, index) => {
    const lane = index % width;
    const result = (lanes[lane] ?? Promise.resolve()).then(task);
    lanes[lane] = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  });
}
