import type { Written } from "./output-folder.js";

/** What is written, and where. */
export interface FilesOptions {
  readonly folder: string;
  /** The versions that get a folder of their own, beside the newest without one. */
  readonly versions: readonly string[];
  /** What stands before every path on the host. Default: nothing. */
  readonly base?: string;
  /** Where the API answers, where the docs do not say it. */
  readonly apiUrl?: string;
  /** Writes into a folder that holds other files. */
  readonly force?: boolean;
  readonly onProgress?: (done: number, all: number) => void;
}

/** What came of it. */
export interface FilesReport extends Written {
  readonly pages: number;
}

/** Docs that cannot be written. */
export class FilesError extends Error {
  override readonly name = "FilesError";
  readonly code = "api_url_unknown";
}
