import { canonical, type Json } from "./json.js";
import type { Keywords, Term } from "./term.js";
import { anyType, typeOf, types } from "./types.js";

/** One alternative of a schema: everything it says, side by side, without "or". */
export interface Flat {
  readonly types: number;
  /** The only values it has; undefined where they are not listed. */
  readonly values: readonly Json[] | undefined;
  readonly range: Range;
  readonly steps: readonly number[];
  readonly length: Span;
  readonly patterns: readonly string[];
  readonly formats: readonly string[];
  readonly count: Span;
  readonly unique: boolean;
  readonly lists: readonly ListPart[];
  readonly contains: readonly Contained[];
  readonly objects: readonly ObjectPart[];
  readonly required: ReadonlySet<string>;
  readonly size: Span;
  readonly names: readonly Term[];
  readonly nots: readonly Term[];
}

/** Limits of a number. */
export interface Range {
  readonly low: number;
  readonly lowOut: boolean;
  readonly high: number;
  readonly highOut: boolean;
}

/** Limits of a length, both inclusive. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

export interface ListPart {
  readonly prefix: readonly Term[];
  readonly rest: Term | undefined;
}

export interface Contained {
  readonly term: Term;
  readonly low: number;
  readonly high: number;
}

export interface ObjectPart {
  readonly properties: ReadonlyMap<string, Term>;
  readonly patterns: ReadonlyMap<string, Term>;
  /** What is not declared; undefined where nothing is said of it. */
  readonly additional: Term | undefined;
}

const anySpan: Span = { low: 0, high: Number.POSITIVE_INFINITY };

/** The alternative that takes everything. */
export const anything: Flat = {
  types: anyType,
  values: undefined,
  range: {
    low: Number.NEGATIVE_INFINITY,
    lowOut: false,
    high: Number.POSITIVE_INFINITY,
    highOut: false,
  },
  steps: [],
  length: anySpan,
  patterns: [],
  formats: [],
  count: anySpan,
  unique: false,
  lists: [],
  contains: [],
  objects: [],
  required: new Set(),
  size: anySpan,
  names: [],
  nots: [],
};

/** What keywords say, but for those that combine schemas. */
export function flatOf(words: Keywords): Flat {
  const listWords = words.prefixItems ?? words.items;
  const objectWords = words.properties ?? words.patternProperties ?? words.additionalProperties;
  return {
    types: words.enum
      ? words.enum.reduce((set: number, one) => set | typeOf(one), 0)
      : (words.types ?? anyType),
    values: words.enum,
    range: rangeOf(words),
    steps: words.multipleOf === undefined ? [] : [words.multipleOf],
    length: spanOf(words.minLength, words.maxLength),
    patterns: words.pattern === undefined ? [] : [words.pattern],
    formats: words.format === undefined ? [] : [words.format],
    count: spanOf(words.minItems, words.maxItems),
    unique: words.uniqueItems ?? false,
    lists: listWords ? [{ prefix: words.prefixItems ?? [], rest: words.items }] : [],
    contains: words.contains
      ? [{ term: words.contains, ...spanOf(words.minContains ?? 1, words.maxContains) }]
      : [],
    objects: objectWords
      ? [
          {
            properties: words.properties ?? new Map(),
            patterns: words.patternProperties ?? new Map(),
            additional: words.additionalProperties,
          },
        ]
      : [],
    required: new Set(words.required),
    size: spanOf(words.minProperties, words.maxProperties),
    names: words.propertyNames ? [words.propertyNames] : [],
    nots: [],
  };
}

/** What two alternatives say together. */
export function both(one: Flat, other: Flat): Flat {
  if (one === anything) return other;
  if (other === anything) return one;
  const values = sharedValues(one.values, other.values);
  const shared = one.types & other.types;
  return {
    types: shared,
    values: values?.filter((value) => typeOf(value) & shared),
    range: tighter(one.range, other.range),
    steps: union(one.steps, other.steps),
    length: overlap(one.length, other.length),
    patterns: union(one.patterns, other.patterns),
    formats: union(one.formats, other.formats),
    count: overlap(one.count, other.count),
    unique: one.unique || other.unique,
    lists: union(one.lists, other.lists),
    contains: [...one.contains, ...other.contains],
    objects: union(one.objects, other.objects),
    required: new Set([...one.required, ...other.required]),
    size: overlap(one.size, other.size),
    names: union(one.names, other.names),
    nots: union(one.nots, other.nots),
  };
}

/** The same alternative for a few types, or values, only. */
export function narrowed(flat: Flat, set: number, values?: readonly Json[]): Flat {
  const kept = (values ?? flat.values)?.filter((value) => typeOf(value) & set);
  return { ...flat, types: flat.types & set, values: kept };
}

function union<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...new Set([...one, ...other])];
}

function sharedValues(
  one: readonly Json[] | undefined,
  other: readonly Json[] | undefined,
): readonly Json[] | undefined {
  if (!one || !other) return one ?? other;
  const known = new Set(other.map(canonical));
  return one.filter((value) => known.has(canonical(value)));
}

function rangeOf(words: Keywords): Range {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = words;
  return tighter(
    { ...anyRange, low: minimum ?? anyRange.low, high: maximum ?? anyRange.high },
    {
      low: exclusiveMinimum ?? anyRange.low,
      lowOut: exclusiveMinimum !== undefined,
      high: exclusiveMaximum ?? anyRange.high,
      highOut: exclusiveMaximum !== undefined,
    },
  );
}

const anyRange: Range = {
  low: Number.NEGATIVE_INFINITY,
  lowOut: false,
  high: Number.POSITIVE_INFINITY,
  highOut: false,
};

function tighter(one: Range, other: Range): Range {
  return {
    low: Math.max(one.low, other.low),
    lowOut: (one.lowOut && one.low >= other.low) || (other.lowOut && other.low >= one.low),
    high: Math.min(one.high, other.high),
    highOut: (one.highOut && one.high <= other.high) || (other.highOut && other.high <= one.high),
  };
}

function spanOf(low: number | undefined, high: number | undefined): Span {
  return { low: low ?? 0, high: high ?? Number.POSITIVE_INFINITY };
}

function overlap(one: Span, other: Span): Span {
  return { low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) };
}

/** The limits of the whole numbers in a range. */
export function wholeRange(range: Range): Span {
  const { low, lowOut, high, highOut } = range;
  return {
    low: lowOut && Number.isInteger(low) ? low + 1 : Math.ceil(low),
    high: highOut && Number.isInteger(high) ? high - 1 : Math.floor(high),
  };
}

/** Whether limits leave nothing to a type: it is taken out of the set. */
export function possibleTypes(flat: Flat): number {
  let set = flat.types;
  const whole = wholeRange(flat.range);
  if (whole.low > whole.high) set &= ~types.integer;
  const { low, high, lowOut, highOut } = flat.range;
  if (low > high || (low === high && (lowOut || highOut || Number.isInteger(low)))) {
    set &= ~types.fraction;
  }
  if (flat.steps.some(Number.isInteger)) set &= ~types.fraction;
  if (flat.length.low > flat.length.high) set &= ~types.string;
  if (flat.count.low > flat.count.high) set &= ~types.array;
  if (flat.size.low > flat.size.high || flat.required.size > flat.size.high) set &= ~types.object;
  return set;
}
