import { checkMatrix } from "holdfast/testing";
import { type Group, plain } from "../figures.js";
import { cpuMicroseconds } from "../peers/peer.js";
import type { RoundOptions } from "../steps.js";

const SECONDS = 60;
const APP = "@holdfast/example-generated/app";

/** `holdfast check --matrix` of a made-up API of 106 methods and 104 versions, on all cores. */
export async function matrixGroup({
  onProgress,
}: Pick<RoundOptions, "onProgress">): Promise<Group> {
  const { api } = await import("@holdfast/example-generated/app");
  const [began, before] = [performance.now(), cpuMicroseconds()];
  const report = await checkMatrix(api, { seed: 1, app: import.meta.resolve(APP), onProgress });
  const seconds = (performance.now() - began) / 1000;
  const cpu = (cpuMicroseconds() - before) / 1e6;
  if (report.failures.length > 0) throw new Error("The matrix finds that something does not hold.");
  const { methods, versions, pairs, shapes, threads } = report;
  return {
    heading: `check --matrix: ${methods} methods × ${versions} versions, ${pairs} pairs, ${shapes} shapes, ${threads} threads`,
    figures: [
      plain("matrix: time", "s", [seconds], { atMost: SECONDS }),
      plain("matrix: CPU", "s", [cpu]),
    ],
  };
}
