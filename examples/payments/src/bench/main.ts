import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { api } from "../app.js";
import { dataPlace } from "./data-folder.js";
import { httpGroup, processGroups } from "./figures.js";
import { measureInProcess } from "./in-process.js";
import { measureHttp } from "./over-http.js";
import { toJson, toText } from "./show.js";

const help = `npm run bench -- [--rounds N] [--requests N] [--format text|json]

Measures what charges.create costs: at the newest and at the oldest version of the payments API,
and the same route written by hand on bare Fastify, without versions. Both servers have a process
and a SQLite store of their own; only the servers' CPU counts. Then the engine alone, in-process.

  --rounds N     rounds that count, 7 or more; the peers take turns in each (15)
  --requests N   requests to each server in each round, 10 or more (200)
  --format F     text, or json: a list of {"name","value","unit","target","met"} (text)
  --help         this text

Values are medians over the rounds; ratios are taken within each round. A missed target is told,
and is no failure. With json, what stands around the figures goes to standard error.`;

class UsageError extends Error {}

interface Options {
  readonly rounds: number;
  readonly requests: number;
  readonly format: "text" | "json";
}

/** Undefined where help was asked for. */
function readOptions(): Options | undefined {
  const { rounds = "15", requests = "200", format = "text", help } = readArgs();
  if (help) return undefined;
  if (format !== "text" && format !== "json") throw new UsageError("--format is text or json.");
  return { rounds: count("rounds", rounds, 7), requests: count("requests", requests, 10), format };
}

function readArgs() {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: "string" },
        requests: { type: "string" },
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

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) {
    console.log(help);
    return;
  }
  const { rounds, requests, format } = options;
  const say = format === "json" ? console.error : console.log;
  const { versions } = api.timeline;
  say(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown CPU"}\n` +
      `${versions[0]?.name} to ${versions.at(-1)?.name}: ${versions.length} versions; data in ${dataPlace()}\n` +
      `${rounds} rounds of ${requests} requests to each server; before: ${loadLine()}\n`,
  );
  const http = await measureHttp({ rounds, requests, onProgress: progress("over HTTP") });
  const inProcess = await measureInProcess({ rounds, onProgress: progress("in-process") });
  const groups = [httpGroup(http), ...processGroups(inProcess)];
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  console.log(format === "json" ? JSON.stringify(toJson(groups), null, 2) : toText(groups, colour));
  say(`\nafter: ${loadLine()}`);
}

// A signal alone would end the process without its last duties.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

main().catch((problem: unknown) => {
  console.error(problem instanceof UsageError ? `${problem.message}\n\n${help}` : problem);
  process.exit(problem instanceof UsageError ? 2 : 1);
});
