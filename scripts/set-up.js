// Makes a fresh clone ready to run: installs what is missing, and builds. Needs only Node and npm.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { removeStale } from "./remove-stale.js";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs a command to its end; the script ends with it if it fails. */
export function run(command, args, options = {}) {
  const { status, signal } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
  });
  if (status !== 0) {
    console.error(`${command} ${args.join(" ")} failed${signal ? ` (${signal})` : ""}.`);
    process.exit(status ?? 1);
  }
}

/** Whether what is installed in a folder is what its lock file says. */
function isInstalled(folder) {
  const installed = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.includes("node_modules/") ||
      optional === true ||
      link === true ||
      found[path]?.version === version,
  );
}

/** Installs and builds, as far as it is needed. */
export function setUp() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Holdfast needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (!isInstalled(root)) {
    console.log("Installing what is missing (once) …");
    run("npm", ["ci", "--no-audit", "--no-fund"]);
  }
  run(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-b"]);
  removeStale(root);
}

/** Installs the tools of others that judge what is written, which the workspace does without. */
export function setUpJudges() {
  const folder = join(root, "judges");
  if (isInstalled(folder)) return;
  console.log("Installing the judges (once) …");
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
}
