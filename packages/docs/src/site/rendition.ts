import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Encoding } from "./accepted.js";

/** What is sent, apart from who asks for it and how. */
export interface Content {
  readonly status: number;
  /** The media type, with its charset. */
  readonly type: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Compressing what is this short makes it longer, or hardly shorter. */
const WORTHWHILE = 256;
/** Of 11: beyond it pages take far longer than they get smaller. */
const BROTLI_QUALITY = 5;

/** Content with its entity tags and its encodings, each made when it is first asked for. */
export class Rendition {
  readonly content: Content;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #encoded = new Map<Encoding, Uint8Array<ArrayBuffer>>();
  #digest: string | undefined;

  constructor(content: Content) {
    this.content = content;
    this.#bytes = new TextEncoder().encode(content.text);
  }

  /** How much is kept with it at most, in bytes. */
  get size(): number {
    return this.#bytes.length * 4;
  }

  /** The encoding that it is sent in where a client would read `wanted`. */
  encoding(wanted: Encoding): Encoding {
    return this.#bytes.length < WORTHWHILE ? "identity" : wanted;
  }

  /** Each encoding has a strong tag of its own (RFC 9110, section 8.8.3.3). */
  tag(encoding: Encoding): string {
    this.#digest ??= createHash("sha256").update(this.#bytes).digest("base64url").slice(0, 22);
    return `"${this.#digest}${encoding === "identity" ? "" : `-${encoding}`}"`;
  }

  get tags(): readonly string[] {
    return (["identity", "br", "gzip"] as const).map((encoding) => this.tag(encoding));
  }

  bytes(encoding: Encoding): Uint8Array<ArrayBuffer> {
    if (encoding === "identity") return this.#bytes;
    const known = this.#encoded.get(encoding);
    if (known) return known;
    const made = encoding === "br" ? brotli(this.#bytes) : new Uint8Array(gzipSync(this.#bytes));
    this.#encoded.set(encoding, made);
    return made;
  }
}

function brotli(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return new Uint8Array(brotliCompressSync(bytes, { params }));
}
