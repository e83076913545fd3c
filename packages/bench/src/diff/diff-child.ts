// A process of its own, so that its memory is its own: compares two files, and prints what it cost.
import { diffOpenApi } from "@holdfast/compatibility";

const [, , older = "", newer = ""] = process.argv;
const began = performance.now();
const report = diffOpenApi(older, newer, { policy: "wire" });
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    seconds,
    cpu: (user + system) / 1e6,
    memory: process.resourceUsage().maxRSS / 1024,
    verdict: report.verdict,
    findings: report.findings.filter(({ severity }) => severity === "breaking").length,
  }),
);
