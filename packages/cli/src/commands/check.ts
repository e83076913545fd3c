import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { asJson } from "@holdfast/compatibility";
import type { Api } from "holdfast";
import { contractsFolder, writeFloors } from "holdfast/floor";
import { checkMatrix, showReport } from "holdfast/testing";
import { dayAt } from "../arguments/day.js";
import { choice, count, flag } from "../arguments/option.js";
import { checkApi } from "../check/floor-check.js";
import { formats, showCheck } from "../check/floor-report.js";
import { writeMends } from "../check/write-mends.js";
import { command, type Result } from "../command.js";
import type { Context } from "../context.js";
import { Failure, UsageError } from "../errors.js";
import { progressBar } from "../output/progress-bar.js";
import { counted } from "../output/words.js";

export const check = command({
  name: "check",
  summary: "Proves that no version of the API has broken.",
  details:
    "Compares what would be served at every live version with its floor, contracts/VERSION.json, and with what was added since. What was promised and is gone or changed is told once, with the smallest payload that shows it and the gate that mends it; then it exits with 1. --write makes the gates and their entries under next:, or, where nothing is broken, records what was added. With --matrix: every method at every version, each gate alone, and each version less one gate. Requests and records are made up from the contracts alone, taken as today's API has them and answered as each version's JSON Schema says.",
  arguments: {},
  options: {
    write: flag("makes the gates that mend what is broken, and records what was added"),
    adopt: flag("writes the floors that are missing, of versions as they are served now"),
    policy: choice(
      ["wire", "client", "strict"],
      "who must not notice: programs, generated clients too, or anybody",
    ),
    all: flag("shows everything, and not the first ten lines only"),
    format: choice(formats, "how to print the result"),
    matrix: flag("proves every method at every version"),
    seed: count(
      "N",
      "with --matrix: where the random examples start; another one each time if left out",
      999_999_999,
    ),
    runs: count("N", "with --matrix: random examples for each shape; 5 if left out", 100_000),
  },
  example: "check --write",
  async run({ matrix, seed, runs, adopt, write, policy, all, format }, context) {
    if (matrix && (adopt || write)) throw new UsageError("--matrix writes nothing.");
    if (matrix) return provenMatrix(seed, runs, context);
    if (adopt) return adopted(context);
    const api = await context.api();
    const folder = floorFolder(api);
    const settings = { folder, now: context.io.clock(), policy };
    const found = await checkApi(api, settings);
    const written = write ? await writeMends(api, found, folder) : undefined;
    return {
      json: { ...asJson(found), ...(written && { written }) },
      failed: found.verdict === "breaking" || found.unfloored.length > 0,
      show: (page) => showCheck(found, { format, all, written, root: context.io.cwd }, page),
    };
  },
});

/** @throws Failure "floors_elsewhere" where the app has no folder for them */
function floorFolder({ historyFile }: Api): string {
  if (isAbsolute(historyFile)) return contractsFolder(historyFile);
  throw new Failure(
    "floors_elsewhere",
    "The app was not booted from files: it has no folder for floors.",
  );
}

async function adopted({ api: boot, io }: Context): Promise<Result> {
  const api = await boot();
  const versions = api.timeline.versions.map(({ name }) => name);
  const floors = await writeFloors(api, versions, floorFolder(api), { date: dayAt(io.clock()) });
  const written = floors.filter((one) => one.written);
  return {
    json: { written: written.map(({ file }) => file) },
    show: () =>
      written.length === 0
        ? "Every version has its floor."
        : `Wrote ${counted(written.length, "floor")} into ${floorFolder(api)}.`,
  };
}

async function provenMatrix(
  seed: number | undefined,
  runs: number | undefined,
  { api, app, io }: Context,
): Promise<Result> {
  const bar = progressBar(io, "proving");
  const report = await checkMatrix(await api(), {
    app: pathToFileURL(await app()).href,
    ...(seed !== undefined && { seed }),
    ...(runs !== undefined && { runs }),
    onProgress: bar.show,
  }).finally(bar.clear);
  return {
    json: { ...report },
    failed: report.failures.length > 0,
    show: () => showReport(report),
  };
}
