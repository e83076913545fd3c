import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Group, plain } from "../figures.js";
import { newDataFolder } from "../peers/data-folder.js";
import type { RoundOptions } from "../steps.js";
import { largeDescription } from "./large-description.js";

const SECONDS = 20;
const MEMORY = 1024;
const ROUNDS = 3;

interface DiffCost {
  readonly seconds: number;
  readonly cpu: number;
  readonly memory: number;
  readonly verdict: string;
  readonly findings: number;
}

const execute = promisify(execFile);
const child = fileURLToPath(new URL("./diff-child.js", import.meta.url));

/** `holdfast diff` on two large, recursive descriptions: time and memory. */
export async function diffGroup({ onProgress }: Pick<RoundOptions, "onProgress">): Promise<Group> {
  const folder = newDataFolder();
  const [older, newer] = [false, true].map((edited) => {
    const file = join(folder, edited ? "newer.json" : "older.json");
    writeFileSync(file, JSON.stringify(largeDescription(edited)));
    return file;
  });
  const costs: DiffCost[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { stdout } = await execute(process.execPath, [child, older ?? "", newer ?? ""]);
    const cost = JSON.parse(stdout) as DiffCost;
    if (cost.verdict !== "breaking" || cost.findings !== 3) {
      throw new Error(`The comparison finds something else: ${stdout}`);
    }
    costs.push(cost);
    onProgress(round + 1, ROUNDS);
  }
  const of = (name: "seconds" | "cpu" | "memory") => costs.map((cost) => cost[name]);
  return {
    heading:
      "holdfast diff: two descriptions of 360 operations and 800 recursive schemas, 3 MB each",
    figures: [
      plain("diff: time", "s", of("seconds"), { atMost: SECONDS }),
      plain("diff: CPU", "s", of("cpu")),
      plain("diff: memory", "MiB", of("memory"), { atMost: MEMORY }),
    ],
  };
}
