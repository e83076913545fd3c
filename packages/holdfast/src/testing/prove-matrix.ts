import { availableParallelism } from "node:os";
import { runMatrix } from "../proof/matrix.js";
import type { ProvenApi } from "../proof/plan.js";
import { type MatrixReport, showReport } from "../proof/report.js";
import type { MatrixSettings } from "../proof/share.js";
import { proofTools } from "./proof-tools.js";
import { startThreads } from "./threads.js";

/** A matrix in which something does not hold. */
export class MatrixError extends Error {
  readonly report: MatrixReport;

  constructor(report: MatrixReport) {
    super(showReport(report));
    this.name = "MatrixError";
    this.report = report;
  }
}

/** How a matrix is run; all of it may be left out. */
export interface MatrixOptions extends Partial<MatrixSettings> {
  /**
   * The URL of the module that exports the API as `api`, as `import.meta.resolve` gives it. With it
   * all cores are used: each thread imports the module by itself.
   */
  readonly app?: string;
  /** How many threads; as many as there are cores, unless said. */
  readonly threads?: number;
}

/**
 * Proves every method at every version, each gate alone, and each version less one gate: made-up
 * requests are taken as today's API has them, made-up records are answered as each version's JSON
 * Schema says. Needs `ajv` and `fast-check`. What does not hold is in the report, which is the same
 * for the same seed, however many threads there are.
 */
export async function checkMatrix(
  api: ProvenApi,
  {
    seed = Date.now() % 2 ** 31,
    runs = 5,
    app,
    threads = availableParallelism(),
    onProgress,
  }: MatrixOptions = {},
): Promise<MatrixReport> {
  const others = app === undefined ? 0 : threads - 1;
  const started = startThreads(others, app ?? "", { seed, runs });
  try {
    const settings = { seed, runs, ...(onProgress && { onProgress }) };
    return await runMatrix(api, settings, await proofTools(), started.helpers);
  } finally {
    await started.end();
  }
}

/**
 * The same for a test suite, in one line. Throws a MatrixError that shows the seed, and for each
 * failure the simplest example and the gate to blame.
 *
 * @example
 * test("no version has broken", () => proveMatrix(api));
 */
export async function proveMatrix(
  api: ProvenApi,
  options: MatrixOptions = {},
): Promise<MatrixReport> {
  const report = await checkMatrix(api, options);
  if (report.failures.length > 0) throw new MatrixError(report);
  return report;
}
