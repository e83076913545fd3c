import type { Api } from "holdfast";
import type { Components } from "../pages/index.js";
import type { ExampleSet } from "../samples/index.js";
import type { SampleLanguage } from "../samples/sample.js";

/** What docs are made from. Only the API is needed. */
export interface DocsOptions {
  readonly api: Api;
  /** What the API is called. Default: its name. */
  readonly title?: string;
  /** What the API is, for the overview: Markdown. */
  readonly description?: string;
  /** A folder of Markdown pages, with a slash at its end. */
  readonly pages?: URL;
  /**
   * The documented examples, which become samples at every version; or the file of JSON in which they
   * are stored. A file that is not written yet holds none.
   */
  readonly examples?: ExampleSet | URL;
  /**
   * The folder of the API's floors, with a slash at its end: what was added, and when. Default: the
   * folder `contracts` beside the history, if there is one.
   */
  readonly contracts?: URL;
  /** Components that take the place of those that pages are built of. */
  readonly components?: Partial<Components>;
  /** What requests can be shown in; the first is chosen until the reader chooses. Default: curl. */
  readonly languages?: readonly SampleLanguage[];
  /**
   * Where the API answers: `https://api.example.com`, without a slash at its end. Default: the host
   * that the docs are read from.
   */
  readonly baseUrl?: string;
  /**
   * Where the docs are read: `https://docs.example.com`, for canonical links and feeds. Default: the
   * host that they are read from.
   */
  readonly docsUrl?: string;
  /** What stands before every path: `/developers`. Default: nothing. */
  readonly mount?: string;
  /** What stands for the reader's key in samples. Default: `sk_test_...`. */
  readonly key?: string;
  /**
   * Whether a page can have a test key of its own: one that begins like this, with random letters
   * after it, opens a sandbox. Without it readers must paste their own test key.
   */
  readonly sandbox?: { readonly keyPrefix: string };
  /** A stylesheet that is put after the docs' own. */
  readonly stylesheet?: URL;
  /** More entries of the head of every page, such as a status page. */
  readonly links?: readonly { readonly label: string; readonly href: string }[];
  /**
   * Whether pages ask their readers for a test key, so as to show the version that it is held at. It
   * needs `accounts` in `serveDocs`. Default: false.
   */
  readonly keys?: boolean;
  /** How many bytes of rendered pages are kept; 0 renders each anew. Default: 32 MiB. */
  readonly cacheBytes?: number;
}
