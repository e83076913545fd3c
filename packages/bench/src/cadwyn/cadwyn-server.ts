import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ItemSpec } from "./spec.js";

/** The Python that `scripts/cadwyn.sh` makes. */
const python = fileURLToPath(
  new URL("../../../../node_modules/.cache/holdfast-cadwyn/bin/python", import.meta.url),
);
const app = fileURLToPath(new URL("../../src/cadwyn/app.py", import.meta.url));

/** Whether Cadwyn is installed where the bench looks for it. */
export function cadwynIsThere(): boolean {
  return existsSync(python);
}

/** The item API on Cadwyn and uvicorn, in a process of its own. */
export interface CadwynServer {
  readonly url: string;
  /** Its CPU since it began, in microseconds. */
  cpu(): Promise<number>;
  stop(): void;
}

/** Starts it and waits until it listens. */
export async function startCadwyn(spec: ItemSpec): Promise<CadwynServer> {
  const child = spawn(python, [app], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const answer = asker(child, lines);
  const { port } = (await answer(JSON.stringify(spec))) as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    cpu: async () => ((await answer("cpu")) as { cpu: number }).cpu,
    stop: () => child.stdin.end(),
  };
}

function asker(child: ChildProcess, lines: Interface): (question: string) => Promise<unknown> {
  return (question) =>
    new Promise((resolve, reject) => {
      const ended = () => reject(new Error("The server on Cadwyn ended."));
      child.once("exit", ended);
      lines.once("line", (line) => {
        child.off("exit", ended);
        resolve(JSON.parse(line));
      });
      child.stdin?.write(`${question}\n`);
    });
}
