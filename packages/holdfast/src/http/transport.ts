import type { WireRequest, WireResponse } from "./message.js";
import { type RenderError, renderPlainError } from "./transport-error.js";

/** An API as a transport sees it. */
export type WireHandler = (request: WireRequest) => Promise<WireResponse>;

/** What every transport lets its caller choose. */
export interface TransportOptions {
  /** The largest body that is read, in bytes. Default: 1 MiB. */
  readonly maxBodyBytes?: number;
  /** Shapes the bodies of the errors that the transport answers by itself. */
  readonly renderError?: RenderError;
  /** Told of whatever the API or the server threw. Default: prints it to standard error. */
  readonly onError?: (error: unknown) => void;
}

export function withDefaults(options: TransportOptions): Required<TransportOptions> {
  return {
    maxBodyBytes: options.maxBodyBytes ?? 1024 * 1024,
    renderError: options.renderError ?? renderPlainError,
    onError: options.onError ?? ((error) => console.error(error)),
  };
}

/** The body to send, null for a status that has none by definition (RFC 9110, section 15). */
export function bodyOf(answer: WireResponse): string | null {
  const bodiless = answer.status === 204 || answer.status === 205 || answer.status === 304;
  return bodiless ? null : answer.body;
}
