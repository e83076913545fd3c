import type { Samples } from "../samples/samples.js";

/** Where samples come from: what the API's examples gave, as a version shows it. */
export type SampleSource = Pick<
  Samples,
  "methodSample" | "resourceSample" | "eventSample" | "errorSample"
>;
