import { type Flat, wholeRange } from "./flat.js";
import { patternSamples } from "./sample-pattern.js";
import { types } from "./types.js";

/** Numbers at and around the limits of an alternative; the caller tests them. */
export function numberSamples(flat: Flat): readonly number[] {
  const { low, high } = flat.range;
  const [step = 1] = flat.steps;
  const whole = wholeRange(flat.range);
  const near = [low, high, whole.low, whole.high].filter(Number.isFinite);
  const around = near.flatMap((limit) => [
    limit,
    limit + step,
    limit - step,
    limit + 0.5,
    limit - 0.5,
  ]);
  const multiples = near.flatMap((limit) => [
    Math.ceil(limit / step) * step,
    Math.floor(limit / step) * step,
  ]);
  const usual = [
    1,
    0,
    -1,
    2,
    3,
    step,
    2 * step,
    3 * step,
    100,
    1000,
    0.5,
    1.5,
    0.125,
    2 ** 31,
    -(2 ** 31) - 1,
    2 ** 53,
  ];
  return [...new Set([...usual, ...around, ...multiples])].filter(
    (value) => flat.types & types.fraction || Number.isInteger(value),
  );
}

const examples: Readonly<Record<string, readonly string[]>> = {
  date: ["2024-02-29", "1999-12-31"],
  time: ["12:30:00Z"],
  "date-time": ["2024-02-29T12:30:00Z", "1999-12-31T23:59:59.5+02:00"],
  duration: ["P1D", "PT1H30M"],
  uri: ["https://example.com/a", "urn:a:b"],
  "uri-reference": ["/a", "../a?b=c"],
  "uri-template": ["/a/{b}"],
  url: ["https://example.com/a"],
  email: ["a@example.com", "first.last@example.org"],
  hostname: ["example.com", "a"],
  ipv4: ["192.0.2.1"],
  ipv6: ["2001:db8::1"],
  uuid: ["123e4567-e89b-42d3-a456-426614174000"],
  regex: ["^a$"],
  byte: ["aGk=", "AAAA"],
  "json-pointer": ["/a/0"],
  "relative-json-pointer": ["0/a"],
};

const usualStrings = [
  "a",
  "",
  "0",
  "1",
  "A",
  "ab",
  "a b",
  "a/b",
  "-",
  "_",
  "é",
  "true",
  "null",
  "2.5",
  "https://a",
];

/** Strings of an alternative's patterns, formats and lengths; the caller tests them. */
export function stringSamples(flat: Flat): readonly string[] {
  const told = [
    ...flat.patterns.flatMap(patternSamples),
    ...flat.formats.flatMap((format) => examples[format] ?? []),
  ];
  const seeds = told.length > 0 ? told : ["a", "0", "A"];
  const lengths = [
    flat.length.low,
    flat.length.low + 1,
    flat.length.high,
    flat.length.high - 1,
  ].filter((length) => length >= 0 && length <= 5000);
  const sized = seeds.flatMap((seed) => lengths.map((length) => sizedTo(seed, length)));
  return [...new Set([...told, ...sized, ...usualStrings, ...Object.values(examples).flat()])];
}

/** A string made longer or shorter: often a pattern still matches. */
function sizedTo(text: string, length: number): string {
  const last = text.at(-1) ?? "a";
  return text.length >= length ? text.slice(0, length) : text + last.repeat(length - text.length);
}
