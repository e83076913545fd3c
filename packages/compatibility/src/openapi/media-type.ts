/** A media type or range, without what means nothing (RFC 9110, section 8.3.1 and 12.5.1). */
export interface MediaType {
  readonly type: string;
  readonly subtype: string;
  /** Its parameters, in order, but for a charset of UTF-8, which is what is meant without one. */
  readonly parameters: string;
  /** The same for the same media type. */
  readonly key: string;
}

/** Reads a media type or range. */
export function mediaTypeOf(text: string): MediaType {
  const [name = "", ...rest] = text.split(";").map((part) => part.trim());
  const [type = "*", subtype = "*"] = name.toLowerCase().split("/");
  const parameters = rest
    .filter((part) => part !== "")
    .map((part) => {
      const [key = "", ...value] = part.split("=");
      return `${key.trim().toLowerCase()}=${value
        .join("=")
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .toLowerCase()}`;
    })
    .filter((part) => part !== "charset=utf-8")
    .sort()
    .join(";");
  const key = `${type}/${subtype}${parameters === "" ? "" : `;${parameters}`}`;
  return { type, subtype, parameters, key };
}

/** Whether a range takes in another media type or range, and is not the same. */
export function covers(range: MediaType, other: MediaType): boolean {
  if (range.key === other.key) return false;
  const type = range.type === "*" || range.type === other.type;
  const subtype = range.subtype === "*" || range.subtype === other.subtype;
  const parameters = range.parameters === "" || range.parameters === other.parameters;
  const isRange = range.subtype === "*";
  return isRange && type && subtype && parameters;
}

/** Whether what is of a media type is bytes, and no values with a structure. */
export function isBinary({ type, subtype }: MediaType): boolean {
  if (type === "text" || type === "multipart") return false;
  return !/json|xml|yaml|form-urlencoded/.test(subtype);
}
