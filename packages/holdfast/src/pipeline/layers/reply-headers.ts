import { retirementHeaders } from "../../history/retirement.js";
import { type CorsOptions, corsHeaders, preflight } from "../../http/cors.js";
import type { WireResponse } from "../../http/message.js";
import type { Call, Layer } from "../call.js";
import { apiHeaders, asCalled, exposed } from "../response-headers.js";
import { allowHeader } from "./route.js";

/** What a path takes, for anyone who asks (RFC 9110, section 9.3.7). */
function options({ request, served: { api } }: Call): WireResponse | null {
  if (request.method !== "OPTIONS") return null;
  const routed = api.router(api.timeline.newest).find("OPTIONS", request.path);
  if ("method" in routed || routed.allowed.length === 0) return null;
  return { status: 204, headers: { allow: allowHeader(routed.allowed) }, body: "" };
}

function corsOf(call: Call): CorsOptions {
  return { exposeHeaders: [...new Set([...exposed(call), ...linked(call)])] };
}

function linked({ retirement }: Call): readonly string[] {
  return retirement?.link ? ["Link"] : [];
}

/** What a version that is on its way out tells its callers, beside the links that an answer has. */
function told({ retirement }: Call, { headers }: WireResponse): Readonly<Record<string, string>> {
  if (!retirement) return {};
  const own = retirementHeaders(retirement);
  const links = [headers.link, own.link].filter((link) => link !== undefined);
  return { ...own, ...(links.length > 0 && { link: links.join(", ") }) };
}

/**
 * Answers preflights and OPTIONS, and puts on every answer the headers that all have: which request
 * and which version it is of, and what the API adds. They are called as the version calls them.
 */
export function replyHeaders(versionHeader: string): Layer {
  const header = versionHeader.toLowerCase();
  return {
    name: "headers",
    async run(call, next) {
      const reply = preflight(call.request) ?? options(call) ?? (await next());
      const isFromSite = call.request.headers.origin !== undefined;
      return {
        ...reply,
        headers: asCalled(call, {
          "request-id": call.id,
          "cache-control": "no-store",
          ...(call.version !== undefined && { [header]: call.version }),
          ...(isFromSite && corsHeaders(call.request, corsOf(call))),
          ...apiHeaders(call),
          ...reply.headers,
          ...told(call, reply),
        }),
      };
    },
  };
}
