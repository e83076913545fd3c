import type { JsonSchema } from "../definition/json-schema.js";

/**
 * Makes a JSON Schema (draft 2020-12) into a function that says what is wrong with a value; equal
 * schemas are compiled once.
 */
export type Judge = (schema: JsonSchema) => (value: unknown) => true | string;

/** How long and from where a search goes on. */
export interface SearchSettings {
  readonly seed: number;
  readonly runs: number;
  /** A tape that is known to fail, to be shrunk. */
  readonly failing?: readonly number[];
}

/**
 * Looks for a tape of choices at which an attempt throws, and returns the simplest that it can
 * find; undefined where there is none.
 */
export type Search = (
  attempt: (tape: readonly number[]) => Promise<void>,
  settings: SearchSettings,
) => Promise<readonly number[] | undefined>;

/** What the proof does not do itself, so that it stays free of any library. */
export interface ProofTools {
  readonly judge: Judge;
  readonly search: Search;
  /** Texts that a pattern describes, always the same ones. */
  matching(pattern: string): readonly string[];
}

/** Something that does not hold, with what shows it. */
export class Violation extends Error {
  readonly evidence: Readonly<Record<string, unknown>>;

  constructor(message: string, evidence: Readonly<Record<string, unknown>>) {
    super(message);
    this.evidence = evidence;
  }
}
