import { type MatrixSettings, type ProvenApi, runMatrix } from "../proof/matrix.js";
import { type MatrixReport, showReport } from "../proof/report.js";
import { proofTools } from "./proof-tools.js";

/** A matrix in which something does not hold. */
export class MatrixError extends Error {
  readonly report: MatrixReport;

  constructor(report: MatrixReport) {
    super(showReport(report));
    this.name = "MatrixError";
    this.report = report;
  }
}

/**
 * Proves every method at every version, each gate alone, and each version less one gate: made-up
 * requests are taken as today's API has them, made-up records are answered as each version's JSON
 * Schema says. Needs `ajv` and `fast-check`. What does not hold is in the report.
 */
export async function checkMatrix(
  api: ProvenApi,
  { seed = Date.now() % 2 ** 31, runs = 25, ...settings }: Partial<MatrixSettings> = {},
): Promise<MatrixReport> {
  return runMatrix(api, { seed, runs, ...settings }, await proofTools());
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
  settings: Partial<MatrixSettings> = {},
): Promise<MatrixReport> {
  const report = await checkMatrix(api, settings);
  if (report.failures.length > 0) throw new MatrixError(report);
  return report;
}
