import { DecodeError } from "./decode-error.js";
import { singleHeader } from "./header.js";
import type { WireRequest } from "./message.js";

const charset = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/i;

/**
 * How the body of a request is written. Without a `Content-Type` it is a form, as it was for the
 * oldest clients.
 *
 * @throws DecodeError `unsupported_content_type`, `unsupported_charset`,
 *   `unsupported_content_encoding` (RFC 9110, section 15.5.16)
 */
export function bodyFormat(request: WireRequest): "form" | "json" {
  const encoding = singleHeader(request, "content-encoding");
  if (encoding.twice || !/^(?:identity)?$/i.test(encoding.value?.trim() ?? "")) {
    throw new DecodeError("unsupported_content_encoding");
  }
  const header = singleHeader(request, "content-type");
  if (header.twice) throw new DecodeError("unsupported_content_type");
  const contentType = header.value ?? "";
  const semicolon = contentType.indexOf(";");
  const media = (semicolon === -1 ? contentType : contentType.slice(0, semicolon)).trim();
  const format = formatOf(media.toLowerCase());
  if (semicolon !== -1) {
    const match = charset.exec(contentType);
    const name = match?.[1] ?? match?.[2];
    if (name !== undefined && !/^utf-?8$/i.test(name)) throw new DecodeError("unsupported_charset");
  }
  return format;
}

function formatOf(media: string): "form" | "json" {
  switch (media) {
    case "":
    case "application/x-www-form-urlencoded":
      return "form";
    case "application/json":
      return "json";
    default:
      throw new DecodeError("unsupported_content_type");
  }
}
