/** Something that does not hold. */
export interface MatrixFailure {
  readonly subject: string;
  /** The first contract at which it was found: a version, a gate alone, a version less a gate. */
  readonly at: string;
  /** At how many contracts it was found. */
  readonly contracts: number;
  readonly message: string;
  /** The newest gate without which it holds; null where it fails without any. */
  readonly gate: string | null;
  /** The simplest example that was found. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** What could not be proven, because no values could be made up. */
export interface Unproven {
  readonly subject: string;
  readonly reason: string;
}

/** What the matrix found out. */
export interface MatrixReport {
  readonly seed: number;
  /** Random examples for each shape, beside those that take every option once. */
  readonly runs: number;
  readonly methods: number;
  readonly versions: number;
  /** Methods × versions that exist. */
  readonly pairs: number;
  /** Different shapes of methods among them, and among the gates alone and the versions less one. */
  readonly shapes: number;
  /** Contracts looked at: released ones, and those that only a grant makes. */
  readonly contracts: { readonly released: number; readonly granted: number };
  /** Things proven once each: answers, requests, errors, addresses, gates. */
  readonly units: number;
  /** Requests and answers that were made up and checked. */
  readonly examples: number;
  /** Options of made-up values (there or not, which value), and those that were taken in turn. */
  readonly options: number;
  readonly taken: number;
  readonly failures: readonly MatrixFailure[];
  readonly unproven: readonly Unproven[];
  /** Threads that did a share of the work. */
  readonly threads: number;
  readonly milliseconds: number;
}

/** The report as people read it. */
export function showReport(report: MatrixReport): string {
  const { methods, versions, pairs, shapes, units, examples, failures, unproven } = report;
  const { released, granted } = report.contracts;
  const seconds = (report.milliseconds / 1000).toFixed(1);
  const verdict = failures.length === 0 ? "proven" : `looked at, ${failures.length} fail`;
  return [
    ...failures.flatMap(showFailure),
    ...unproven.map(({ subject, reason }) => `not proven: ${subject}: ${reason}`),
    `methods × versions: ${methods} × ${versions} = ${pairs} pairs, ${shapes} shapes ${verdict}`,
    `${released} released contracts, ${granted} with single gates; ${units} proofs, ${examples} examples, ${seconds} s`,
    `${report.taken} of ${report.options} options taken in turn; seed ${report.seed}, ${report.runs} random runs a proof`,
  ].join("\n");
}

function showFailure({ subject, at, contracts, message, gate, evidence }: MatrixFailure): string[] {
  const more = contracts > 1 ? ` and ${contracts - 1} more` : "";
  return [
    `${subject} at ${at}${more}: ${message}`,
    `  ${gate === null ? "no gate is to blame" : `the gate to blame: ${gate}`}`,
    `  ${JSON.stringify(evidence)}`,
    "",
  ];
}
