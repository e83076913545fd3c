import { type CorsOptions, corsHeaders, preflight } from "../../http/cors.js";
import type { WireResponse } from "../../http/message.js";
import type { Call, Layer } from "../call.js";
import { allowHeader } from "./route.js";

/** What a path takes, for anyone who asks (RFC 9110, section 9.3.7). */
function options({ request, served: { api } }: Call): WireResponse | null {
  if (request.method !== "OPTIONS") return null;
  const routed = api.router(api.timeline.newest).find("OPTIONS", request.path);
  if ("method" in routed || routed.allowed.length === 0) return null;
  return { status: 204, headers: { allow: allowHeader(routed.allowed) }, body: "" };
}

/** Answers preflights and OPTIONS, and says on every answer which request and which version it is of. */
export function replyHeaders(versionHeader: string): Layer {
  const header = versionHeader.toLowerCase();
  const cors: CorsOptions = {
    exposeHeaders: ["Request-Id", versionHeader, "Retry-After", "Idempotent-Replayed"],
  };
  return {
    name: "headers",
    async run(call, next) {
      const reply = preflight(call.request, cors) ?? options(call) ?? (await next());
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
