import type { VersionRef } from "../model/refs.js";
import type { Route } from "./route.js";
import type { Looking } from "./served-urls.js";

/** Everything that an answer hangs on, once a request has been understood. */
export interface Asked {
  readonly route: Route;
  readonly query: URLSearchParams;
  /** The version that is shown, and whether the reader named it. */
  readonly version: VersionRef;
  readonly named: boolean;
  readonly mode: Looking["mode"];
  /** Where the docs are read: `https://docs.example.com`; empty where that is not known. */
  readonly origin: string;
}
