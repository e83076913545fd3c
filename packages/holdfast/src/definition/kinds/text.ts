import type { Kind } from "../kind.js";
import { type Reader, refuse, refuseLimit } from "../reader.js";
import { NoSample, type Sampler } from "../sampler.js";

/** Limits of a text; lengths in UTF-16 code units. */
export interface StringLimits {
  readonly minLength?: number;
  readonly maxLength?: number;
  /** What the whole text must look like. */
  readonly pattern?: RegExp;
}

interface TextOptions {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: RegExp | undefined;
  readonly takesEmpty?: boolean | undefined;
}

function readText(value: string, options: TextOptions, at: Reader): string {
  if (options.maxLength !== undefined && value.length > options.maxLength) {
    refuseLimit(at, `must be at most ${options.maxLength} characters`);
  }
  if (options.minLength !== undefined && value.length < options.minLength) {
    refuseLimit(at, `must be at least ${options.minLength} characters`);
  }
  if (options.pattern && !options.pattern.test(value)) {
    refuseLimit(at, `must match ${options.pattern.source}`);
  }
  return value;
}

/** Short, odd and typed-looking texts, and those next to a limit. */
function sampleText(options: TextOptions, sampler: Sampler): string {
  const { minLength = 0, maxLength = 40, pattern } = options;
  const texts = pattern
    ? sampler.matching(pattern.source)
    : ["text", "0", "true", "null", "é ☃ 😀 <&>", "[a]=b&c", "__proto__"];
  const atLimits = pattern ? [] : ["a".repeat(maxLength), "a".repeat(Math.max(minLength, 1))];
  const fitting = [...texts, ...atLimits].filter(
    (text) => text !== "" && text.length >= minLength && text.length <= maxLength,
  );
  if (options.takesEmpty && minLength === 0 && !pattern) fitting.push("");
  if (fitting.length === 0) throw new NoSample(`no text is known that fits ${pattern?.source}`);
  return sampler.choose(fitting);
}

/** The pattern without a memory of where it matched last: `g` and `y` say nothing about one text. */
function stateless(pattern: RegExp | undefined): RegExp | undefined {
  return pattern && new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ""));
}

/** Text. In forms any text; in JSON only a string. */
export function stringKind(given: TextOptions = {}): Kind {
  const options = { ...given, pattern: stateless(given.pattern) };
  const limits: Record<string, number | string> = {};
  if (options.minLength !== undefined) limits.minLength = options.minLength;
  if (options.maxLength !== undefined) limits.maxLength = options.maxLength;
  if (options.pattern !== undefined) limits.pattern = options.pattern.source;
  return {
    name: "string",
    label: "string",
    limits,
    takesEmpty: options.takesEmpty === true,
    withLimits: (changed) =>
      stringKind({
        ...options,
        ...changed,
        pattern:
          "pattern" in changed
            ? changed.pattern === undefined
              ? undefined
              : new RegExp(String(changed.pattern), "u")
            : options.pattern,
      } as TextOptions),
    schema: () => ({
      type: "string",
      ...(options.minLength !== undefined && { minLength: options.minLength }),
      ...(options.maxLength !== undefined && { maxLength: options.maxLength }),
      ...(options.pattern && { pattern: options.pattern.source }),
    }),
    sample: (sampler) => sampleText(options, sampler),
    reader: () => (input, at) =>
      typeof input === "string" ? readText(input, options, at) : refuse(at, "a string", input),
  };
}

/** An object's id, which starts with a prefix. Read as any text: a wrong id is a missing object. */
export function idKind(prefix: string): Kind {
  return {
    name: "id",
    label: "id",
    limits: { prefix },
    schema: () => ({ type: "string" }),
    sample: (sampler) => sampler.choose([`${prefix}_1`, `${prefix}_2`]),
    reader: () => (input, at) => (typeof input === "string" ? input : refuse(at, "an id", input)),
  };
}

/**
 * One of a closed set of values, each with its meaning. Where `unknownAs` is one of them, it is
 * shown for every value that is none.
 */
export function enumKind(values: Readonly<Record<string, string>>, unknownAs?: string): Kind {
  const known = new Set(Object.keys(values));
  return {
    name: "enum",
    label: "enum",
    values,
    ...(unknownAs !== undefined && {
      unknownAs,
      renderer: () => (value) => (known.has(value as string) ? (value as string) : unknownAs),
    }),
    schema: () => ({ enum: [...known] }),
    sample: (sampler) => sampler.choose([...known]),
    reader: () => (input, at) =>
      typeof input === "string" && known.has(input)
        ? input
        : refuse(at, `one of ${[...known].join(", ")}`, input),
  };
}

const TEXTS = ["a", "1", "0.5", "a,b", "true", "2015-02-18", "1424217600", "usd", "a@b.example"];

/** A caller's text that a function of the author's reads; the label says how, in the docs. */
export function customKind(label: string, parse: (text: string) => unknown): Kind {
  return {
    name: "custom",
    label,
    schema: () => ({ type: "string" }),
    taken: {},
    sample: (sampler) => {
      const known = TEXTS.filter((text) => parse(text) !== undefined);
      if (known.length === 0) throw new NoSample(`no text is known that is ${label}`);
      return sampler.choose(known);
    },
    reader: () => (input, at) => {
      if (typeof input !== "string") return refuse(at, label, input);
      const value = parse(input);
      return value === undefined ? refuse(at, label, input) : value;
    },
  };
}
