import type { SentResponse, WireRequest } from "holdfast";
import { encodingFor, hasAlready } from "./accepted.js";
import type { Rendition } from "./rendition.js";

/** What a docs site answers: like an API's response, but for bodies that may be bytes. */
export type SiteResponse = SentResponse;

/**
 * Answers with a rendition: nothing where the client has it already, else compressed as the client
 * can read it. The transport leaves out the body for HEAD.
 */
export function respond(request: WireRequest, rendition: Rendition): SiteResponse {
  const { status, type, headers } = rendition.content;
  const encoding = rendition.encoding(encodingFor(request));
  const common = { ...headers, vary: varyOf(headers), etag: rendition.tag(encoding) };
  if (status === 200 && hasAlready(request, rendition.tags)) {
    return { status: 304, headers: common, body: "" };
  }
  return {
    status,
    headers: {
      ...common,
      "content-type": type,
      ...(encoding !== "identity" && { "content-encoding": encoding }),
    },
    body: rendition.bytes(encoding),
  };
}

function varyOf({ vary }: Readonly<Record<string, string>>): string {
  return vary === undefined ? "Accept-Encoding" : `${vary}, Accept-Encoding`;
}
