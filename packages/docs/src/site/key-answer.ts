import { type AccountStore, presentedKey, type WireRequest } from "holdfast";
import { plainAnswer } from "./problem.js";
import type { SiteResponse } from "./respond.js";

/** What a page learns of a key that its reader pasted. */
export interface KeyFacts {
  /** The version that requests with it are served at; null before the first one. */
  readonly version: string | null;
  readonly mode: "test" | "live";
  readonly kind: "secret" | "publishable";
}

/**
 * Says which version a key is held at, and whether it moves real money. Nothing is pinned by it, and
 * the key is neither kept nor logged. It comes in the `Authorization` header, as with any request.
 */
export async function keyAnswer(
  request: WireRequest,
  accounts: Pick<AccountStore, "authenticate">,
): Promise<SiteResponse> {
  if (request.method !== "POST") {
    return plainAnswer(405, "Ask with POST.", { allow: "POST" });
  }
  const presented = presentedKey(request);
  if ("problem" in presented) {
    const isMissing = presented.problem === "missing";
    return problem(401, isMissing ? "There is no key." : "That is not a key.");
  }
  const credential = await accounts.authenticate(presented.key);
  if (!credential) return problem(401, "There is no such key.");
  const { account, pin, mode, kind } = credential;
  const facts: KeyFacts = { version: pin ?? account.pin, mode, kind };
  return json(200, facts);
}

function problem(status: number, message: string): SiteResponse {
  return json(status, { error: { message } });
}

function json(status: number, value: object): SiteResponse {
  return {
    status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
    body: JSON.stringify(value),
  };
}
