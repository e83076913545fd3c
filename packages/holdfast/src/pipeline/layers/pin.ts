import { type Layer, need } from "../call.js";
import { serveAt } from "./resolve-version.js";
import { findMethod } from "./route.js";

/**
 * Pins an account by its first request that is not rejected: not by one without a good key, with
 * a bad version, to a path that leads nowhere or with a body that cannot be read. A request that
 * carries a version pins too, though it is served at its own.
 */
export const pin: Layer = {
  name: "pin",
  async run(call, next) {
    if (!call.unpinned) return next();
    const { account } = need(call, "credential");
    const active = call.served.activeVersion();
    const stored = await call.served.settings.store.pinIfAbsent(account.id, active);
    // A concurrent request may have been first, at another process with another active version.
    if (stored !== active && call.followsPin) {
      serveAt(call, stored);
      findMethod(call);
    }
    return next();
  },
};
