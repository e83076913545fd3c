/** What a run of the command reads and writes, so that a test can stand in for a terminal. */
export interface Io {
  /** The folder that it runs in. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The operating system's name of who runs it. */
  readonly user: string;
  /** How wide the terminal is, in characters; undefined where results go to a file or a program. */
  readonly columns: number | undefined;
  /** Whether results may carry colours. */
  readonly colours: boolean;
  /** What time it is, in milliseconds since 1970. */
  clock(): number;
  /** Writes a result. */
  out(text: string): void;
  /** Writes what is not a result: errors and questions. */
  err(text: string): void;
  /** Asks a person and returns the answer, "" if they give none; null where nobody can answer. */
  readonly ask: ((question: string) => Promise<string>) | null;
}
