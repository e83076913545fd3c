import type { SentResponse, WireRequest } from "./message.js";
import { type RenderError, renderPlainError, transportError } from "./transport-error.js";

/** An API as a transport sees it. */
export type WireHandler = (request: WireRequest) => Promise<SentResponse>;

/** What every transport lets its caller choose. */
export interface TransportOptions {
  /** The largest body that is read, in bytes. Default: 1 MiB. */
  readonly maxBodyBytes?: number;
  /** Shapes the bodies of the errors that the transport answers by itself. */
  readonly renderError?: RenderError;
  /**
   * Answers a request whose body is larger than what is read, so that the API can say so in the
   * caller's own shape; the request comes without its body. Default: the transport answers.
   */
  readonly answerTooLarge?: WireHandler | undefined;
  /** Told of whatever the API or the server threw. Default: prints it to standard error. */
  readonly onError?: (error: unknown) => void;
}

/** The options of a transport, with what is left out filled in. */
export type FullTransportOptions = Required<Omit<TransportOptions, "answerTooLarge">> &
  Pick<TransportOptions, "answerTooLarge">;

export function withDefaults(options: TransportOptions): FullTransportOptions {
  return {
    maxBodyBytes: options.maxBodyBytes ?? 1024 * 1024,
    renderError: options.renderError ?? renderPlainError,
    answerTooLarge: options.answerTooLarge,
    onError: options.onError ?? ((error) => console.error(error)),
  };
}

/** The answer to a request whose body is too large. An API that cannot say so is passed over. */
export async function tooLarge(
  { answerTooLarge, renderError, onError }: FullTransportOptions,
  head: Omit<WireRequest, "body">,
): Promise<SentResponse> {
  try {
    if (answerTooLarge) return await answerTooLarge({ ...head, body: new Uint8Array(0) });
  } catch (error) {
    onError(error);
  }
  return transportError("body_too_large", renderError);
}

/** The body to send, null for a status that has none by definition (RFC 9110, section 15). */
export function bodyOf(answer: SentResponse): SentResponse["body"] | null {
  const bodiless = answer.status === 204 || answer.status === 205 || answer.status === 304;
  return bodiless ? null : answer.body;
}
