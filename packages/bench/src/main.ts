import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bootGroup, measureBoots } from "./boot/boot-groups.js";
import { bootPlot } from "./boot/plot.js";
import { cadwynGroup } from "./cadwyn/cadwyn-group.js";
import { cadwynIsThere } from "./cadwyn/cadwyn-server.js";
import { diffGroup } from "./diff/diff-group.js";
import { isolationGroup } from "./docs/isolation-group.js";
import { lighthouseGroup, lighthouseIsThere } from "./docs/lighthouse-group.js";
import { pagesGroup } from "./docs/pages-group.js";
import type { Group } from "./figures.js";
import { longGroups } from "./long-history/long-groups.js";
import { matrixGroup } from "./matrix/matrix-group.js";
import { engineGroups } from "./payments/engine-group.js";
import { httpGroup } from "./payments/over-http.js";
import { dataPlace } from "./peers/data-folder.js";
import { toJson, toText } from "./show.js";

const help = `npm run bench -- [--only WHAT] [--rounds N] [--requests N] [--plot] [--format text|json]

Measures what versions cost: CPU for each operation, each beside its peer in the same run.

  http     charges.create over HTTP, at the newest and the oldest version, beside the same route
           by hand on node:http, on Fastify, on Hono with Zod and on Express with Zod; every server
           has a process and a SQLite store of its own, and does the same authentication
  engine   reading the form of charges.create, and writing a charge
  long     one resource after 65 and after 1,000 versions
  cadwyn   the same resource and history on Cadwyn (scripts/cadwyn.sh installs it)
  diff     holdfast diff on two large OpenAPI descriptions
  matrix   check --matrix of a made-up API of 106 methods × 104 versions
  boot     booting made-up APIs, up to ten times 106 methods and ten times 104 versions
  docs     pages of a made-up API of 300 methods × 104 versions; charges.create beside readers
  lighthouse   five kinds of those pages (npm ci --prefix judges installs it; needs Chromium)

  --only WHAT    some of these, with commas between them (all)
  --rounds N     rounds that count, 3 or more; the peers take turns in each (15)
  --requests N   requests to each server in each round, 10 or more (200)
  --plot         writes docs/boot-growth.svg from what booting cost
  --format F     text, or json: a list of {"name","value","unit","target","met"} (text)
  --help         this text

Values are medians over the rounds; ratios are taken within each round. A missed target is told,
and is no failure. With json, what stands around the figures goes to standard error.`;

class UsageError extends Error {}

const SECTIONS = [
  "http",
  "engine",
  "long",
  "cadwyn",
  "diff",
  "matrix",
  "boot",
  "docs",
  "lighthouse",
] as const;
type Section = (typeof SECTIONS)[number];

interface Options {
  readonly only: readonly Section[];
  readonly rounds: number;
  readonly requests: number;
  readonly plot: boolean;
  readonly format: "text" | "json";
}

/** Undefined where help was asked for. */
function readOptions(): Options | undefined {
  const { only, rounds = "15", requests = "200", format = "text", plot = false, help } = readArgs();
  if (help) return undefined;
  if (format !== "text" && format !== "json") throw new UsageError("--format is text or json.");
  const wanted = only?.split(",") ?? SECTIONS;
  for (const one of wanted) {
    if (!SECTIONS.some((section) => section === one)) {
      throw new UsageError(`--only takes ${SECTIONS.join(", ")}; there is no ${one}.`);
    }
  }
  return {
    only: SECTIONS.filter((section) => wanted.includes(section)),
    rounds: count("rounds", rounds, 3),
    requests: count("requests", requests, 10),
    plot,
    format,
  };
}

function readArgs() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        rounds: { type: "string" },
        requests: { type: "string" },
        plot: { type: "boolean" },
        format: { type: "string" },
        help: { type: "boolean" },
      },
    });
    return values;
  } catch (problem) {
    throw new UsageError((problem as Error).message);
  }
}

function count(name: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d{1,6}$/.test(text) && value >= least) return value;
  throw new UsageError(`--${name} is a whole number, ${least} or more.`);
}

/** A line on the terminal that tells how far it is; nothing where there is none. */
function progress(what: string): (done: number, of: number) => void {
  if (!process.stderr.isTTY) return () => {};
  return (done, of) => {
    const text = done < of ? `${what}: ${Math.floor((done / of) * 100)} %` : "";
    process.stderr.write(`\r\u001b[K${text}`);
  };
}

function loadLine(): string {
  const load = loadavg().map((value) => value.toFixed(2));
  return `load average ${load.join(" ")}`;
}

type Say = (line: string) => void;

/** Measures one section. */
async function measure(section: Section, options: Options, say: Say): Promise<readonly Group[]> {
  const { rounds, requests, plot } = options;
  const onProgress = progress(section);
  switch (section) {
    case "http":
      return [await httpGroup({ rounds, requests, onProgress })];
    case "engine":
      return engineGroups({ rounds, onProgress });
    case "long":
      return longGroups({ rounds, onProgress });
    case "cadwyn":
      if (cadwynIsThere()) return [await cadwynGroup({ rounds, onProgress })];
      say("cadwyn: skipped: needs Cadwyn, which scripts/cadwyn.sh installs\n");
      return [];
    case "diff":
      return [await diffGroup({ onProgress })];
    case "matrix":
      return [await matrixGroup({ onProgress })];
    case "docs":
      return [
        await pagesGroup({ rounds, onProgress }),
        await isolationGroup({ rounds: Math.max(3, Math.ceil(rounds / 3)), onProgress }),
      ];
    case "lighthouse": {
      const chromium = process.env.CHROMIUM ?? findChromium();
      if (lighthouseIsThere() && chromium !== "") {
        return [await lighthouseGroup(chromium, onProgress)];
      }
      say("lighthouse: skipped: needs Chromium, and npm ci --ignore-scripts --prefix judges\n");
      return [];
    }
    case "boot": {
      const costs = await measureBoots({ rounds: Math.max(3, Math.ceil(rounds / 3)), onProgress });
      if (plot) say(`written: ${writePlot(bootPlot(costs))}\n`);
      return [bootGroup(costs)];
    }
  }
}

/** Where a Chromium is; empty where none is found. */
function findChromium(): string {
  const script = fileURLToPath(new URL("../../../scripts/chromium.sh", import.meta.url));
  return spawnSync("sh", [script], { encoding: "utf8" }).stdout?.trim() ?? "";
}

function writePlot(svg: string): string {
  const folder = new URL("../../../docs/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL("boot-growth.svg", folder);
  writeFileSync(file, svg);
  return fileURLToPath(file);
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) {
    console.log(help);
    return;
  }
  const { format, rounds, requests } = options;
  const say = format === "json" ? console.error : console.log;
  say(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown CPU"}; data in ${dataPlace()}\n` +
      `${rounds} rounds, ${requests} requests to each server in each; before: ${loadLine()}\n`,
  );
  const groups: Group[] = [];
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  for (const section of options.only) {
    const found = await measure(section, options, say);
    groups.push(...found);
    if (format === "text") console.log(`${toText(found, colour)}\n`);
  }
  if (format === "json") console.log(JSON.stringify(toJson(groups), null, 2));
  say(`after: ${loadLine()}`);
}

// A signal alone would end the process without its last duties.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

main().catch((problem: unknown) => {
  console.error(problem instanceof UsageError ? `${problem.message}\n\n${help}` : problem);
  process.exit(problem instanceof UsageError ? 2 : 1);
});
