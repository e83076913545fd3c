import type { Json } from "holdfast";
import type { Captured } from "holdfast/samples";

/** Documented examples as they are stored: what is sent today, and what came of it. Plain JSON. */
export interface ExampleSet {
  /** By the method's name in the definitions. */
  readonly methods: Readonly<Record<string, StoredExample>>;
  /** By the event's type in the definitions: the example of a method that gives back such an event. */
  readonly events: Readonly<Record<string, StoredExample>>;
  /** By the error's name in the definitions. */
  readonly errors: Readonly<Record<string, StoredError>>;
}

/** One example. */
export interface StoredExample {
  /** The method's name in the definitions. */
  readonly method: string;
  /** What callers send, in the names and values of head. */
  readonly params: Params;
  /** What is sent in its place where a version has a legacy behaviour: the first that it has. */
  readonly before?: readonly { readonly gate: string; readonly params: Params }[];
  /** What came of it, from which version on; oldest first. */
  readonly runs: readonly Run[];
}

/** What came of an example at some versions. */
export interface Run {
  /** The first version; the next run begins at its own. */
  readonly from: string;
  /** What the method answered with; absent where its answer has no body, and where it failed. */
  readonly captured?: Captured;
  /** Why there is nothing to show. */
  readonly missing?: string;
}

/** What an error is raised with. */
export interface StoredError {
  readonly data: Params;
  /** The param that it is about: `card.number`. */
  readonly param?: string;
  /** The method of which it is a param, as head has it; without one, every version calls it so. */
  readonly method?: string;
}

/** Params by their names. */
export type Params = Readonly<Record<string, Json>>;

/** No examples at all. */
export const noExamples: ExampleSet = { methods: {}, events: {}, errors: {} };

/** What of an example is sent at a contract with these gates. */
export function paramsFor(example: StoredExample, gates: readonly string[]): Params {
  return example.before?.find(({ gate }) => gates.includes(gate))?.params ?? example.params;
}
