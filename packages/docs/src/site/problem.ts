import type { SiteResponse } from "./respond.js";

/** A short answer in plain text, where no page can be made. */
export function plainAnswer(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): SiteResponse {
  return {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...headers,
    },
    body: `${text}\n`,
  };
}

/** The docs cannot answer now, but may in a while (RFC 9110, section 15.6.4). */
export function unavailable(waitMs: number): SiteResponse {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return plainAnswer(503, "The docs are being started. Try again in a moment.", {
    "retry-after": String(seconds),
  });
}
