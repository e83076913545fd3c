import { raise } from "../../definition/raised.js";
import { type Layer, need } from "../call.js";
import * as errors from "../errors.js";
import type { RateLimiter } from "../rate-limiter.js";

/** Refuses keys of a kind, or with permissions, that the method is not for. */
export const permit: Layer = {
  name: "permissions",
  async run(call, next) {
    const { kind, permissions } = need(call, "credential");
    const { definition, name, keys } = need(call, "method");
    if (!keys.includes(kind)) {
      const reason = `: it is a ${kind} key, and the method takes ${keys.join(" or ")} keys`;
      return raise(errors.permissionDenied, { method: name, reason });
    }
    const asked = [definition.name, definition.dispatch?.to ?? definition.name];
    if (permissions && !permissions.some((one) => asked.some((name) => permits(one, name)))) {
      const reason = ": it lacks the permission";
      return raise(errors.permissionDenied, { method: name, reason });
    }
    return next();
  },
};

/** A permission is a method's name, or the start of some: `charges.*`. */
function permits(permission: string, method: string): boolean {
  return permission.endsWith("*")
    ? method.startsWith(permission.slice(0, -1))
    : permission === method;
}

/** Refuses keys that call too often. */
export function limitRate(limiter: RateLimiter): Layer {
  return {
    name: "rate-limit",
    async run(call, next) {
      const seconds = limiter.take(need(call, "credential").keyId);
      if (seconds === 0) return next();
      const headers = { "retry-after": String(seconds) };
      return raise(errors.rateLimited, { seconds }, { headers });
    },
  };
}
