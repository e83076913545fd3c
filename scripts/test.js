// `npm test`: sets up what is missing, then runs the whole suite: lint, format, types, tests.
// What follows `--` goes to Vitest: `npm test -- packages/store`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, setUp, setUpJudges } from "./set-up.js";

const totals = { passed: 0, failed: 0, skipped: 0 };
const scratch = mkdtempSync(join(tmpdir(), "holdfast-test-"));
const postgres = join(root, "scripts", "postgres.sh");
const chromium = join(root, "scripts", "chromium.sh");

/** A tool of this workspace, run with the Node that runs this. */
function tool(path, args, env = process.env) {
  const file = join(root, "node_modules", ...path);
  return spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: "inherit", env }).status;
}

/** One check that passes or fails as a whole. */
function check(name, status) {
  if (status === 0) totals.passed += 1;
  else totals.failed += 1;
  console.log(`${status === 0 ? "ok" : "FAILED"}: ${name}`);
}

/** The URL of a PostgreSQL for the tests: the one that is given, else a throwaway one. */
function postgresUrl() {
  const given = process.env.HOLDFAST_TEST_POSTGRES;
  if (given) return { url: given, stop() {} };
  const installed =
    existsSync("/usr/lib/postgresql") || spawnSync("which", ["initdb"]).status === 0;
  if (!installed && !process.env.CI) return { url: undefined, stop() {} };
  const { status, stdout } = spawnSync("sh", [postgres, "start"], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  const url = stdout.trim();
  // In CI a missing database fails the tests that need it; elsewhere they say that they are skipped.
  if (status !== 0 || url === "") return { url: undefined, stop() {} };
  return { url, stop: () => spawnSync("sh", [postgres, "stop", url], { stdio: "ignore" }) };
}

/** Where a Chromium is for the tests of pages; in CI it is installed where it is missing. */
function chromiumPath() {
  const { status, stdout } = spawnSync("sh", [chromium, ...(process.env.CI ? ["install"] : [])], {
    stdio: ["ignore", "pipe", process.env.CI ? "inherit" : "ignore"],
    encoding: "utf8",
  });
  return status === 0 ? stdout.trim() : "";
}

setUp();
// Elsewhere tests that need the judges say that they are skipped where these are not installed.
if (process.env.CI) setUpJudges();
check("lint and format", tool(["@biomejs", "biome", "bin", "biome"], ["ci", "."]));
check("types", tool(["typescript", "bin", "tsc"], ["-p", "tsconfig.check.json"]));

const browser = chromiumPath();
const { url, stop } = postgresUrl();
let vitest;
const countsFile = join(scratch, "counts.json");
try {
  vitest = tool(
    ["vitest", "vitest.mjs"],
    ["run", "--reporter=default", "--reporter=./scripts/closing-line.js", ...process.argv.slice(2)],
    {
      ...process.env,
      HOLDFAST_TEST_COUNTS: countsFile,
      ...(url && { HOLDFAST_TEST_POSTGRES: url }),
      ...(browser && { CHROMIUM: browser }),
    },
  );
} finally {
  stop();
}
if (existsSync(countsFile)) {
  const counts = JSON.parse(readFileSync(countsFile, "utf8"));
  for (const name of Object.keys(totals)) totals[name] += counts[name];
} else {
  totals.failed += 1;
}
rmSync(scratch, { recursive: true });

// A run that failed without a failed test: no test was found, say, or it was killed.
if (vitest !== 0 && totals.failed === 0) totals.failed += 1;

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed > 0 ? 1 : 0);
