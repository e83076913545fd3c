import type { Json } from "holdfast";

/** A request as it would be sent at a version, before any language writes it. */
export interface SampleRequest {
  readonly verb: string;
  /** With its params filled in: `/v1/charges/ch_1`. */
  readonly path: string;
  /** What stands in the query (GET and DELETE) or in the body, in the version's names. */
  readonly params: { readonly [name: string]: Json };
  readonly headers: Readonly<Record<string, string>>;
  /** The version to ask for; undefined where it is the reader's own, so that no header is needed. */
  readonly version: { readonly header: string; readonly name: string } | undefined;
}

/** Writes a request in a language: one small file each. Pure. */
export interface SampleLanguage {
  /** `curl`, `python`: what the page and its choice are called by. */
  readonly id: string;
  readonly label: string;
  /** For the highlighter: `shell`, `json`, `javascript`. */
  readonly syntax: string;
  /**
   * @param baseUrl where the API is, without a trailing slash
   * @param key the text that stands for the reader's key
   */
  write(request: SampleRequest, baseUrl: string, key: string): string;
}

/** What a method's example gives at a version. */
export interface MethodSample {
  readonly request: SampleRequest;
  readonly response: { readonly status: number; readonly body: Json };
}
