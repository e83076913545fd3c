import { checkMatrix, showReport } from "holdfast/testing";
import { count, flag } from "../arguments/option.js";
import { command } from "../command.js";
import { UsageError } from "../errors.js";
import { progressBar } from "../output/progress-bar.js";

export const check = command({
  name: "check",
  summary: "Proves that no version of the API has broken.",
  details:
    "With --matrix: every method at every version, each gate alone, and each version less one gate. Requests and records are made up from the contracts alone, taken as today's API has them and answered as each version's JSON Schema says. Exits with 1 if something does not hold.",
  arguments: {},
  options: {
    matrix: flag("proves every method at every version"),
    seed: count(
      "N",
      "where the random examples start; another one each time if left out",
      999_999_999,
    ),
    runs: count("N", "random examples for each shape; 25 if left out", 100_000),
  },
  example: "check --matrix",
  async run({ matrix, seed, runs }, { io, api }) {
    if (!matrix) throw new UsageError("check needs --matrix.");
    const bar = progressBar(io, "proving");
    const report = await checkMatrix(await api(), {
      ...(seed !== undefined && { seed }),
      ...(runs !== undefined && { runs }),
      onProgress: bar.show,
    }).finally(bar.clear);
    return {
      json: { ...report },
      failed: report.failures.length > 0,
      show: () => showReport(report),
    };
  },
});
