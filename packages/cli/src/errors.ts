/** What could not be done, and a code for programs to tell it by. The command exits with 1. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A command that was not typed as its usage says. The command exits with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A file that was named and cannot be read for what it should be. The command exits with 2. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}
