import type { Layer } from "../call.js";

/** Tells the request log of every request, whatever happened to it. */
export const tellRequests: Layer = {
  name: "request-log",
  async run(call, next) {
    const { onRequest, onFailure, redact } = call.served.settings;
    if (!onRequest) return next();
    const start = performance.now();
    const reply = await next();
    try {
      onRequest({
        id: call.id,
        verb: call.request.method,
        path: redact(call.request.path),
        method: call.method?.definition.name ?? null,
        account: call.credential?.account.id ?? null,
        version: call.version ?? null,
        status: reply.status,
        replayed: "idempotent-replayed" in reply.headers,
        milliseconds: performance.now() - start,
      });
    } catch (failure) {
      // The answer is made, and perhaps kept: a log that fails must not take it back.
      onFailure?.(failure, call.id);
    }
    return reply;
  },
};
