/** Every way in which a request can fail to decode: id → status and message. */
export const decodeErrors = {
  malformed_percent_encoding: { status: 400, message: "A `%` must be followed by two hex digits." },
  invalid_utf8: { status: 400, message: "The request is not valid UTF-8." },
  byte_order_mark: { status: 400, message: "The body must not start with a byte order mark." },
  lone_surrogate: {
    status: 400,
    message: "The request holds half of a surrogate pair, which is not a character.",
  },
  malformed_key: {
    status: 400,
    message: "The key `{param}` is malformed: write nested keys like `card[number]`.",
  },
  forbidden_key: { status: 400, message: "`__proto__` cannot be used as a key." },
  duplicate_param: { status: 400, message: "`{param}` was sent more than once." },
  conflicting_shapes: {
    status: 400,
    message: "`{param}` was sent in two shapes: a value is a text, a list or an object, not two.",
  },
  nul_character: {
    status: 400,
    message: "The request holds the character NUL, which no text may.",
  },
  list_in_list: {
    status: 400,
    message: "`{param}` is a list in a list, which must be sent with indexes, like `a[0][1]`.",
  },
  nesting_too_deep: { status: 400, message: "The params are nested more than 32 levels deep." },
  too_many_params: { status: 413, message: "More than 10,000 params were sent." },
  invalid_json: {
    status: 400,
    message: "The body is not valid JSON: it cannot be read from character {position} on.",
  },
  json_not_object: { status: 400, message: "The body must be a JSON object." },
  number_out_of_range: {
    status: 400,
    message: "`{param}` is a number beyond ±9007199254740991, which cannot be read exactly.",
  },
  query_and_body_disagree: {
    status: 400,
    message: "`{param}` was sent in the query string and in the body, with different values.",
  },
  unsupported_content_type: {
    status: 415,
    message: "The body must be `application/x-www-form-urlencoded` or `application/json`.",
  },
  unsupported_charset: { status: 415, message: "The body's charset must be UTF-8." },
  unsupported_content_encoding: { status: 415, message: "The body must not be compressed." },
} as const satisfies Record<string, { status: 400 | 413 | 415; message: string }>;

export type DecodeErrorCode = keyof typeof decodeErrors;

/** Where in the request a decoding error stands. */
export interface DecodeErrorPlace {
  /** The address of the param, in the caller's own words: `card[number]`. */
  readonly param?: string;
  /** The character of the body at which reading stopped, counted from 0. */
  readonly position?: number;
}

const MAX_PARAM_LENGTH = 200;

/** A request that cannot be decoded. `message` is for the caller and holds no values, only keys. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  readonly code: DecodeErrorCode;
  readonly status: 400 | 413 | 415;
  readonly param?: string;

  constructor(code: DecodeErrorCode, place: DecodeErrorPlace = {}) {
    const { status, message } = decodeErrors[code];
    const param = place.param === undefined ? undefined : clip(place.param);
    // Replacers are functions because a `$` in a caller's key must stay a `$`.
    super(
      message
        .replace("{param}", () => param ?? "")
        .replace("{position}", () => String(place.position ?? 0)),
    );
    this.code = code;
    this.status = status;
    if (param !== undefined) this.param = param;
  }
}

/** Keys may be as long as a body, an error may not; a cut must not leave half a surrogate pair. */
function clip(param: string): string {
  if (param.length <= MAX_PARAM_LENGTH) return param;
  return `${param.slice(0, MAX_PARAM_LENGTH).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
