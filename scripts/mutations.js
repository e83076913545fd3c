// `npm run mutations`: puts faults into the engine and into what gates do, one at a time, and looks
// whether the matrix catches them. No file is changed. What follows `--` picks faults by name.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { answers } from "./mutations/answers.js";
import { changes } from "./mutations/changes.js";
import { requests } from "./mutations/requests.js";
import { root } from "./set-up.js";

/** Of all faults, in per cent, that the matrix has to catch. */
const WANTED = 95;

const picked = process.argv.slice(2);
const all = [...answers, ...requests, ...changes].filter(
  ({ name }) => picked.length === 0 || picked.some((part) => name.includes(part)),
);
const cache = mkdtempSync(join(tmpdir(), "holdfast-mutations-"));
const child = join(root, "scripts", "mutations", "child.mjs");

function run(fault) {
  return new Promise((resolve) => {
    const args = ["--conditions=source", child, JSON.stringify(fault)];
    const env = { ...process.env, SOURCE_CACHE: cache };
    const process_ = spawn(process.execPath, args, { cwd: root, env });
    let out = "";
    process_.stdout.on("data", (text) => {
      out += text;
    });
    process_.on("close", (code) => {
      const last = out.trim().split("\n").at(-1) ?? "";
      const found = last.startsWith("{")
        ? JSON.parse(last)
        : { caught: true, by: `ends with ${code}` };
      resolve({ fault, ...found });
    });
  });
}

function show({ fault, caught, ran, stale, by }) {
  const verdict = stale ? "STALE   " : !ran ? "INACTIVE" : caught ? "caught  " : "SURVIVES";
  console.log(`${verdict} ${fault.name}${by ? `\n         ${by}` : ""}`);
}

const sound = await run(null);
if (sound.caught) {
  console.log(`Without a fault, something does not hold: ${sound.by}`);
  process.exit(1);
}
const waiting = [...all];
const results = [];
async function work() {
  for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
    const result = await run(fault);
    results.push(result);
    show(result);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
rmSync(cache, { recursive: true, force: true });

const active = results.filter(({ ran, stale }) => ran && !stale);
const caught = active.filter((one) => one.caught);
const share = active.length === 0 ? 0 : (100 * caught.length) / active.length;
console.log(`${caught.length} of ${active.length} faults caught: ${share.toFixed(1)} %`);
const unfit = results.length - active.length;
if (unfit > 0) console.log(`${unfit} faults are stale or never ran`);
process.exit(share >= WANTED && unfit === 0 ? 0 : 1);
