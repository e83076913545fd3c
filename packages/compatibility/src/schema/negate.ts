import type { Keywords, Term, Terms } from "./term.js";
import { anyNumber, anyType, types } from "./types.js";

/** What a term does not say, in words without "not"; undefined where there are none. */
export function negated(terms: Terms, term: Term): Term | undefined {
  const { body } = term;
  if (typeof body === "boolean") return body ? terms.never : terms.always;
  if ("ref" in body) return undefined;
  const parts: Term[] = [];
  for (const word of Object.keys(body)) {
    const part = outside(terms, word as keyof Keywords, body);
    if (!part) return undefined;
    parts.push(part);
  }
  return terms.any(parts);
}

function outside(terms: Terms, word: keyof Keywords, words: Keywords): Term | undefined {
  const { properties = new Map<string, Term>(), required = [], allOf = [], anyOf = [] } = words;
  switch (word) {
    case "types":
      return terms.of({ types: anyType & ~(words.types ?? anyType) });
    case "minimum":
      return terms.of({ types: anyNumber, exclusiveMaximum: words.minimum ?? 0 });
    case "maximum":
      return terms.of({ types: anyNumber, exclusiveMinimum: words.maximum ?? 0 });
    case "exclusiveMinimum":
      return terms.of({ types: anyNumber, maximum: words.exclusiveMinimum ?? 0 });
    case "exclusiveMaximum":
      return terms.of({ types: anyNumber, minimum: words.exclusiveMaximum ?? 0 });
    case "minLength":
      return terms.of({ types: types.string, maxLength: (words.minLength ?? 0) - 1 });
    case "maxLength":
      return terms.of({ types: types.string, minLength: (words.maxLength ?? 0) + 1 });
    case "minItems":
      return terms.of({ types: types.array, maxItems: (words.minItems ?? 0) - 1 });
    case "maxItems":
      return terms.of({ types: types.array, minItems: (words.maxItems ?? 0) + 1 });
    case "required":
      return terms.any(required.map((name) => without(terms, name)));
    case "properties":
      return terms.any([...properties].map(([name, term]) => withOther(terms, name, term)));
    case "allOf":
      return terms.any(allOf.map((part) => not(terms, part)));
    case "anyOf":
      return terms.all(anyOf.map((part) => not(terms, part)));
    case "not":
      return words.not;
    // They say nothing about values.
    case "default":
    case "deprecated":
      return terms.never;
    default:
      return undefined;
  }
}

function not(terms: Terms, term: Term): Term {
  return negated(terms, term) ?? terms.of({ not: term });
}

function without(terms: Terms, name: string): Term {
  return terms.of({ types: types.object, properties: new Map([[name, terms.never]]) });
}

function withOther(terms: Terms, name: string, term: Term): Term {
  return terms.of({
    types: types.object,
    required: [name],
    properties: new Map([[name, not(terms, term)]]),
  });
}
