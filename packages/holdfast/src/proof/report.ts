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

/** Code of the API's author for which made-up records stand in, so that it never runs. */
export interface StoodIn {
  /** Functions of `from`, for one record. */
  readonly functions: number;
  /** Functions of `from`, for many records at once. */
  readonly batches: number;
  readonly loaders: number;
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
  /** Not proven either. */
  readonly stoodIn: StoodIn;
  /** Params and the fields that show them, whose conversions say that a round trip loses something. */
  readonly lossy: readonly string[];
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
    ...showStoodIn(report.stoodIn),
    ...(report.lossy.length === 0
      ? []
      : [`not proven to come back as they were: ${report.lossy.join(", ")}: a loss is declared`]),
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

function showStoodIn({ functions, batches, loaders }: StoodIn): string[] {
  if (functions + batches + loaders === 0) return [];
  const code = `${functions} functions and ${batches} batches of \`from\`, ${loaders} loaders`;
  return [`not proven: ${code}: made-up records stand in for what they give`];
}
