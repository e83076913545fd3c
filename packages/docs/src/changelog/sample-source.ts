import type { Json } from "holdfast";
import type { MethodSample } from "../samples/sample.js";

/** Where samples come from: what the API's examples gave, as a version shows it. */
export interface SampleSource {
  methodSample(name: string, version: string): MethodSample | undefined;
  resourceSample(name: string, version: string): Json | undefined;
  eventSample(type: string, version: string): Json | undefined;
  errorSample(name: string, version: string): Json | undefined;
}
