import type { WireRequest } from "holdfast";
import type { SiteResponse } from "../respond.js";
import type { ToldFailure } from "./told.js";

/** A request on its way to the thread of the docs. */
export interface Asked {
  readonly id: number;
  readonly request: WireRequest;
}

/** What the thread says: that it is there, and what it answers. */
export type Said =
  | { readonly ready: true }
  | { readonly id: number; readonly answer: SiteResponse }
  | { readonly id: number; readonly failure: ToldFailure };

/** What the thread is started with. */
export interface ThreadData {
  /** The address of the module whose default export is the docs. */
  readonly module: string;
}

/** The headers that answers hang on. Credentials are none of the docs' business. */
const FORWARDED = ["host", "accept", "accept-encoding", "if-none-match", "x-forwarded-proto"];

/** A request without what the docs do not need. */
export function forwarded({ method, path, query, headers }: WireRequest): WireRequest {
  const kept = FORWARDED.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { method, path, query, headers: Object.fromEntries(kept), body: new Uint8Array(0) };
}
