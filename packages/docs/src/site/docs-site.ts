import type { WireRequest } from "holdfast";
import type { SiteResponse } from "./respond.js";

/** The docs of an API, ready to answer requests. */
export interface DocsSite {
  /** Whether a request's path, without its query, is for the docs and not for the API. */
  owns(path: string): boolean;
  /** Answers a request for a path that it owns. Never rejects. */
  handle(request: WireRequest): Promise<SiteResponse>;
}
