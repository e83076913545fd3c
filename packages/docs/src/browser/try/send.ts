/** A request that the reader has pressed a button to send. */
export interface TriedRequest {
  readonly verb: string;
  /** Where the API is, and the path below that. */
  readonly url: string;
  /** What is sent: in the query of a GET, else in the body. */
  readonly text: string;
  readonly type: "application/x-www-form-urlencoded" | "application/json";
  readonly headers: Readonly<Record<string, string>>;
  readonly key: string;
}

/** What came back. */
export interface TriedAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly text: string;
  /** From the press to the last byte, in milliseconds. */
  readonly milliseconds: number;
}

/** Milliseconds after which nobody waits any longer. */
const PATIENCE = 30_000;

/**
 * Sends a request to the API from the page.
 *
 * @throws Error where no answer came, and says so
 */
export async function send(request: TriedRequest): Promise<TriedAnswer> {
  const { verb, url, text: content, type, headers, key } = request;
  const isQuery = verb === "GET" && type !== "application/json";
  const begun = performance.now();
  try {
    const answer = await fetch(isQuery && content !== "" ? `${url}?${content}` : url, {
      method: verb,
      headers: {
        ...headers,
        authorization: `Bearer ${key}`,
        ...(!isQuery && content !== "" && { "content-type": type }),
      },
      ...(!isQuery && content !== "" && { body: content }),
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await answer.text();
    const { status, statusText } = answer;
    const milliseconds = Math.round(performance.now() - begun);
    return { status, statusText, headers: answer.headers, text, milliseconds };
  } catch (problem) {
    const late = problem instanceof DOMException && problem.name === "TimeoutError";
    throw new Error(late ? "No answer within 30 seconds." : "The API could not be reached.");
  }
}
