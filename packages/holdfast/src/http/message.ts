/** One HTTP request, free of any transport. Header names are lower case. */
export interface WireRequest {
  readonly method: string;
  /** The path as sent, percent-encoded, without the query string. */
  readonly path: string;
  /** The raw query string, without the leading `?`. */
  readonly query: string;
  /**
   * A header sent more than once has an array of its values, in the order sent. Behind a transport
   * that joins them (WHATWG `Headers`) it is one string with commas.
   */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The whole body, undecoded. Empty when there was none. */
  readonly body: Uint8Array;
}

/**
 * One HTTP response, free of any transport. The transport adds `Content-Length`, leaves the body
 * out for HEAD, and keeps or closes the connection.
 */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A response as a transport sends it: the body may be bytes, as of what is compressed already. */
export interface SentResponse extends Omit<WireResponse, "body"> {
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** What a caller sent, decoded but not yet validated. Objects have no prototype. */
export type WireValue =
  | string
  | number
  | boolean
  | null
  | readonly WireValue[]
  | { readonly [key: string]: WireValue };

/** The decoded params of a request: an object without a prototype. */
export type WireObject = { readonly [key: string]: WireValue };
