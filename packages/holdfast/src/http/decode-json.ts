import { addressOf, MAX_DEPTH } from "./address.js";
import { DecodeError } from "./decode-error.js";
import type { WireObject, WireValue } from "./message.js";
import { hasLoneSurrogate, textOf } from "./text.js";

/**
 * Decodes a JSON body (RFC 8259), refusing what readers disagree about: duplicate keys, numbers
 * that a double cannot hold exactly, lone surrogates, a byte order mark. Objects in the result
 * have no prototype. The body must be an object.
 *
 * @throws DecodeError
 */
export function decodeJson(bytes: Uint8Array): WireObject {
  return decodeJsonText(textOf(bytes));
}

/** Decodes a JSON body that is a text already. */
export function decodeJsonText(text: string): WireObject {
  return new JsonReader(text).document();
}

type Mutable = { [key: string]: WireValue };

const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const hexadecimal = /^[0-9a-fA-F]{4}$/;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;

class JsonReader {
  readonly #text: string;
  #at = 0;
  /** Where the value being read stands, for the errors. */
  readonly #path: (string | number)[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  document(): WireObject {
    this.#space();
    const isObject = this.#text.charCodeAt(this.#at) === OPEN_BRACE;
    const value = this.#value(1);
    this.#space();
    if (this.#at < this.#text.length) throw this.#invalid();
    if (!isObject) throw new DecodeError("json_not_object");
    return value as WireObject;
  }

  #value(depth: number): WireValue {
    const code = this.#text.charCodeAt(this.#at);
    if (code === QUOTE) return this.#string();
    if (code === OPEN_BRACE) return this.#object(depth);
    if (code === OPEN_BRACKET) return this.#array(depth);
    if (this.#word("true")) return true;
    if (this.#word("false")) return false;
    if (this.#word("null")) return null;
    return this.#number();
  }

  #object(depth: number): WireObject {
    this.#enter(depth);
    const object = Object.create(null) as Mutable;
    if (this.#closes("}")) return object;
    do {
      this.#space();
      if (this.#text.charCodeAt(this.#at) !== QUOTE) throw this.#invalid();
      const key = this.#string();
      this.#path.push(key);
      if (key === "__proto__") throw new DecodeError("forbidden_key", this.#place());
      if (key in object) throw new DecodeError("duplicate_param", this.#place());
      this.#space();
      if (!this.#word(":")) throw this.#invalid();
      this.#space();
      object[key] = this.#value(depth + 1);
      this.#path.pop();
    } while (this.#continues("}"));
    return object;
  }

  #array(depth: number): readonly WireValue[] {
    this.#enter(depth);
    const array: WireValue[] = [];
    if (this.#closes("]")) return array;
    do {
      this.#space();
      this.#path.push(array.length);
      array.push(this.#value(depth + 1));
      this.#path.pop();
    } while (this.#continues("]"));
    return array;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at + 1;
    for (let at = start; ; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#at = at + 1;
        return text.slice(start, at);
      }
      if (code === BACKSLASH) return this.#escapedString(start, at);
      if (!(code >= 0x20)) throw this.#invalid(at);
    }
  }

  /** A string from its first backslash on. */
  #escapedString(start: number, backslash: number): string {
    const text = this.#text;
    let value = text.slice(start, backslash);
    let at = backslash;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        const unicode = text[at + 1] === "u";
        const hex = text.slice(at + 2, at + 6);
        const character = unicode ? fromHex(hex) : escapes[text[at + 1] ?? ""];
        if (character === undefined) throw this.#invalid(at);
        value += character;
        at += unicode ? 6 : 2;
      } else if (code >= 0x20) {
        const from = at;
        do at++;
        while (isPlain(text.charCodeAt(at)));
        value += text.slice(from, at);
      } else {
        throw this.#invalid(at);
      }
    }
    if (hasLoneSurrogate(value)) throw new DecodeError("lone_surrogate", this.#place());
    this.#at = at + 1;
    return value;
  }

  #number(): number {
    number.lastIndex = this.#at;
    const digits = number.exec(this.#text)?.[0];
    if (digits === undefined) throw this.#invalid();
    const value = Number(digits);
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      throw new DecodeError("number_out_of_range", this.#place());
    }
    this.#at += digits.length;
    return value;
  }

  #enter(depth: number): void {
    if (depth > MAX_DEPTH) throw new DecodeError("nesting_too_deep");
    this.#at++;
  }

  /** Whether the object or list ends before its first element. */
  #closes(end: string): boolean {
    this.#space();
    return this.#word(end);
  }

  /** Whether another element follows (after a comma) or the object or list ends. */
  #continues(end: string): boolean {
    this.#space();
    if (this.#word(",")) return true;
    if (this.#word(end)) return false;
    throw this.#invalid();
  }

  #word(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }

  #place(): { param?: string } {
    return this.#path.length === 0 ? {} : { param: addressOf(this.#path) };
  }

  #invalid(position = this.#at): DecodeError {
    return new DecodeError("invalid_json", { position });
  }
}

function isPlain(code: number): boolean {
  return code >= 0x20 && code !== QUOTE && code !== BACKSLASH;
}

function fromHex(hex: string): string | undefined {
  return hexadecimal.test(hex) ? String.fromCharCode(Number.parseInt(hex, 16)) : undefined;
}
