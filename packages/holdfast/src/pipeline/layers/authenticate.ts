import { raise } from "../../definition/raised.js";
import { presentedKey } from "../../http/credentials.js";
import type { Layer } from "../call.js";
import * as errors from "../errors.js";

const REASONS = {
  missing: "You did not provide an API key.",
  malformed: "The Authorization header cannot be read.",
  twice: "The Authorization header was sent more than once.",
} as const;

const CHALLENGE = { "www-authenticate": 'Bearer realm="API"' };

/** Finds out whose request it is. */
export const authenticate: Layer = {
  name: "authenticate",
  async run(call, next) {
    const presented = presentedKey(call.request);
    if ("problem" in presented) {
      const reason = REASONS[presented.problem];
      return raise(errors.keyMissing, { reason }, { headers: CHALLENGE });
    }
    const credential = await call.served.settings.store.authenticate(presented.key);
    if (!credential) {
      const key = hidden(presented.key);
      return raise(errors.keyUnknown, { key }, { headers: CHALLENGE });
    }
    call.credential = credential;
    return next();
  },
};

/** Enough of a key to recognise it by, and no more. */
function hidden(key: string): string {
  const kind = /^[a-z]{2}_(test|live)_/.exec(key)?.[0] ?? "";
  const rest = key.slice(kind.length);
  return `${kind}****${rest.length >= 12 ? rest.slice(-4) : ""}`;
}
