import type { Api, Json } from "holdfast";
import type { Contract } from "holdfast/contract";
import type { Life } from "../model/refs.js";
import type { MethodSample } from "../samples/sample.js";
import type { Components } from "./components.js";

/** Since when and until when something exists. */
export interface Lives {
  method(name: string): Life;
  resource(name: string): Life;
  event(name: string): Life;
}

/** Recorded examples, as each version has them; names are today's. */
export interface Examples {
  methodSample(name: string, version: string): MethodSample | undefined;
  eventSample(type: string, version: string): Json | undefined;
  errorSample(name: string, version: string): Json | undefined;
}

/** What a description may hold beside what contracts say. */
export interface OpenApiOptions {
  /** Where the API answers, without a trailing slash; the host that serves the description, unless said. */
  readonly serverUrl?: string;
  readonly samples?: Examples;
  readonly lifelines?: Lives;
}

/** What all parts of one description are made with. */
export interface Context {
  readonly api: Api;
  readonly version: string;
  readonly contract: Contract;
  readonly components: Components;
  readonly options: OpenApiOptions;
  /** A description with the version's names. */
  words(text: string): string;
}
