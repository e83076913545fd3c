import { type CorsOptions, corsHeaders, preflight } from "../../http/cors.js";
import type { Layer } from "../call.js";

/** Answers preflights, and says on every answer which request and which version it is of. */
export function replyHeaders(versionHeader: string): Layer {
  const header = versionHeader.toLowerCase();
  const cors: CorsOptions = {
    exposeHeaders: ["Request-Id", versionHeader, "Retry-After", "Idempotent-Replayed"],
  };
  return {
    name: "headers",
    async run(call, next) {
      const reply = preflight(call.request, cors) ?? (await next());
      return {
        ...reply,
        headers: {
          "request-id": call.id,
          "cache-control": "no-store",
          ...(call.version !== undefined && { [header]: call.version }),
          ...corsHeaders(call.request, cors),
          ...reply.headers,
        },
      };
    },
  };
}
