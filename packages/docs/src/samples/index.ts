export { type ExampleSet, noExamples, type StoredExample } from "./example-set.js";
export { curl } from "./languages/curl.js";
export { sampleLanguages } from "./languages/index.js";
export type * from "./sample.js";
export { Samples } from "./samples.js";
