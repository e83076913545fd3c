import { type SingleHeader, singleHeader, type WireRequest } from "holdfast";

/** How much a client likes each value of a header such as `Accept` (RFC 9110, section 12.4.2). */
function weights(header: SingleHeader): ReadonlyMap<string, number> {
  const text = header.twice ? "" : (header.value ?? "");
  return new Map(
    text.split(",").map((part) => {
      const [value = "", ...params] = part.split(";").map((one) => one.trim().toLowerCase());
      const q = params.find((one) => one.startsWith("q="))?.slice(2);
      const weight = q === undefined ? 1 : Number(q);
      return [value, Number.isFinite(weight) ? weight : 0];
    }),
  );
}

/** Whether a client would rather read Markdown than HTML: it names it, and likes it more. */
export function prefersMarkdown(request: WireRequest): boolean {
  const accepted = weights(singleHeader(request, "accept"));
  const html = accepted.get("text/html") ?? accepted.get("text/*") ?? accepted.get("*/*") ?? 0;
  const markdown = accepted.get("text/markdown") ?? 0;
  // Where both are liked as much, HTML is what a browser means.
  return markdown > 0 && (markdown > html || (markdown === html && !accepted.has("text/html")));
}

export type Encoding = "br" | "gzip" | "identity";

/** The best way to send a body that the client can read (RFC 9110, section 12.5.3). */
export function encodingFor(request: WireRequest): Encoding {
  const accepted = weights(singleHeader(request, "accept-encoding"));
  const like = (name: string): number => accepted.get(name) ?? accepted.get("*") ?? 0;
  const [br, gzip] = [like("br"), like("gzip")];
  if (br > 0 && br >= gzip) return "br";
  return gzip > 0 ? "gzip" : "identity";
}

/**
 * Whether the client has this already: `If-None-Match` names one of its tags, of whichever encoding,
 * or is `*` (RFC 9110, section 13.1.2).
 */
export function hasAlready(request: WireRequest, tags: readonly string[]): boolean {
  const header = singleHeader(request, "if-none-match");
  if (header.twice || header.value === undefined) return false;
  const known = header.value.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.some((tag) => tag === "*" || tags.includes(tag));
}
