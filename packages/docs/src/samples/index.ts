export type { Releases } from "./as-released.js";
export {
  type Example,
  type ExampleOptions,
  errorExample,
  eventExample,
  example,
  type Given,
  type Made,
  type Scene,
  type Sent,
} from "./example.js";
export { type ExampleSet, noExamples, type StoredExample } from "./example-set.js";
export { curl } from "./languages/curl.js";
export { sampleLanguages } from "./languages/index.js";
export type * from "./sample.js";
export { Samples } from "./samples.js";
export { type Execution, takeExamples } from "./take.js";
export type { ExampleWorld } from "./world.js";
