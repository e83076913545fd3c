// A Vitest reporter that leaves the counts of a run in the file that HOLDFAST_TEST_COUNTS names.
import { writeFileSync } from "node:fs";

export default class ClosingLine {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      for (const state of states) counts[state === "pending" ? "skipped" : state] += 1;
      // A module that could not be loaded has no tests to fail.
      if (module.state() === "failed" && !states.includes("failed")) counts.failed += 1;
    }
    const file = process.env.HOLDFAST_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}
