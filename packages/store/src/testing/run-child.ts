import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { StoreOptions } from "../open-store.js";
import type { PlainSources } from "./plain-sources.js";

/** What a child process does with the store; see child.ts. */
export type ChildTask = "open" | "write";

export interface Child {
  readonly process: ChildProcess;
  /** Each line that the child printed so far. */
  readonly lines: string[];
  /** Resolves to how the child ended: its exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts a process of its own that works on the store. */
export function startChild(
  { folder }: PlainSources,
  task: ChildTask,
  options: StoreOptions,
): Child {
  const file = join(folder, "testing", "child.js");
  const process_ = spawn(process.execPath, [file, task, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  let rest = "";
  process_.stdout.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    process_.once("error", reject);
    process_.once("close", (code, signal) => resolve(code ?? signal));
  });
  return { process: process_, lines, ended };
}
