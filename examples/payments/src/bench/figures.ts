import type { ProcessFigures } from "./in-process.js";
import type { HttpFigures } from "./over-http.js";
import { ratios, type Summary, summarize } from "./statistics.js";

/** One measured value. */
export interface Figure {
  readonly name: string;
  readonly unit: "µs" | "ns" | "ratio";
  readonly summary: Summary;
  /** What it must not exceed; null where it is only reported. */
  readonly target: number | null;
}

/** The figures of one kind, under one heading. */
export interface Group {
  readonly heading: string;
  readonly figures: readonly Figure[];
}

type Rounds = readonly number[];

const plain = (name: string, unit: "µs" | "ns", rounds: Rounds): Figure => ({
  name,
  unit,
  summary: summarize(rounds),
  target: null,
});

const ratio = (name: string, of: Rounds, to: Rounds, target: number | null = null): Figure => ({
  name,
  unit: "ratio",
  summary: ratios(of, to),
  target,
});

/** A whole request: server's CPU, in user and kernel mode, all threads. */
export function httpGroup({ fastify, newest, oldest }: HttpFigures): Group {
  return {
    heading: "charges.create over HTTP: the server's CPU for one request",
    figures: [
      plain("http: Fastify, no versions", "µs", fastify),
      plain("http: newest version", "µs", newest),
      plain("http: oldest version", "µs", oldest),
      ratio("http: newest / Fastify", newest, fastify, 1.15),
      ratio("http: oldest / newest", oldest, newest, 1.1),
      ratio("http: oldest / Fastify", oldest, fastify),
    ],
  };
}

/** The engine alone. */
export function processGroups(rounds: ProcessFigures): readonly Group[] {
  return [
    {
      heading: "Reading the form of charges.create: decode, validate, up-convert",
      figures: [
        plain("read: Fastify, no versions", "ns", rounds.readFastify),
        plain("read: newest version", "ns", rounds.readNewest),
        plain("read: oldest version", "ns", rounds.readOldest),
        ratio("read: newest / Fastify", rounds.readNewest, rounds.readFastify),
        ratio("read: oldest / newest", rounds.readOldest, rounds.readNewest),
      ],
    },
    {
      heading: "Writing a charge, everything loaded: render, down-convert, serialize",
      figures: [
        plain("write: Fastify, no versions", "ns", rounds.writeFastify),
        plain("write: newest version", "ns", rounds.writeNewest),
        plain("write: oldest version", "ns", rounds.writeOldest),
        plain("render only: newest version", "ns", rounds.renderNewest),
        plain("render only: oldest version", "ns", rounds.renderOldest),
        ratio("write: newest / Fastify", rounds.writeNewest, rounds.writeFastify),
        ratio("write: oldest / newest", rounds.writeOldest, rounds.writeNewest),
        ratio("render only: oldest / newest", rounds.renderOldest, rounds.renderNewest),
      ],
    },
  ];
}
