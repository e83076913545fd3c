/** A line of a page of prose. */
export interface Location {
  readonly file: string;
  readonly line: number;
}

/** Something wrong with a page of prose, where it is, and how to mend it. */
export interface ProseProblem extends Location {
  readonly message: string;
  readonly mend: string;
}

/** Pages of prose that cannot be shown, with everything that is wrong with them. */
export class ProseError extends Error {
  readonly problems: readonly ProseProblem[];

  constructor(problems: readonly ProseProblem[]) {
    const shown = problems.map(
      ({ file, line, message, mend }) => `${file}:${line}\n  ${message}\n  mend: ${mend}`,
    );
    super(`The docs' pages have ${problems.length} thing(s) to mend.\n\n${shown.join("\n\n")}`);
    this.name = "ProseError";
    this.problems = problems;
  }
}
