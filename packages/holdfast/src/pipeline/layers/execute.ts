import type { Gates } from "../../definition/method.js";
import { heldGates } from "../../history/held-gates.js";
import { type Call, type Layer, need } from "../call.js";
import { loadContext } from "../context.js";
import { outcomeOf } from "../outcome.js";

/** Runs the author's logic, which knows only today's API. */
export const execute: Layer = {
  name: "execute",
  async run(call, next) {
    const { definition } = need(call, "method");
    const { keyId, kind } = need(call, "credential");
    const context = {
      ...loadContext(call),
      params: need(call, "params"),
      key: { id: keyId, kind },
      gates: gatesOf(call, definition.asks, definition.name),
      request: {
        id: call.id,
        idempotencyKey: call.idempotencyKey ?? null,
        version: need(call, "version"),
      },
    };
    call.executing = true;
    call.result = await outcomeOf(call, () => definition.execute(context as never));
    call.executing = false;
    return next();
  },
};

/** Only gates that the method lists may be asked about, so that docs know where a gate applies. */
function gatesOf(call: Call, asks: readonly string[], method: string): Gates<string> {
  const { granted, revoked } = need(call, "credential").account;
  const holding = { version: need(call, "version"), granted, revoked };
  return heldGates(call.served.api.timeline, holding, (gate) => {
    if (!asks.includes(gate)) {
      throw new TypeError(`${method} asks about ${gate}, which it does not list under asks`);
    }
  });
}
