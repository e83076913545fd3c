/** The files of the app's module, of its docs, and of what starts its server. */
export interface Entries {
  readonly app: string;
  readonly docs: string | undefined;
  readonly server: string | undefined;
}

/** What a process is told to run. */
export interface ToRun extends Entries {
  /** The port to serve on. */
  readonly port: number;
}

/** What a process can do before the sources change, so that it is quick when they have. */
export interface Preparation {
  /** What the app imports of others. */
  readonly dependencies: readonly string[];
  /** The sources as they are, to load them and to show a page of their docs. */
  readonly rehearse: { readonly entries: Entries; readonly page: string } | undefined;
}

/** What a process is asked to do: to get ready, then to run. */
export type Told = { readonly prepare: Preparation } | { readonly run: ToRun };

/** What a process says. */
export type Says =
  | { readonly is: "warm" }
  | { readonly is: "running"; readonly dependencies: readonly string[] }
  /** It cannot run; why, for people, with files and lines. */
  | { readonly is: "failed"; readonly problem: string };
