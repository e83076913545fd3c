export { generatedExamples } from "./examples.js";
export { type GeneratedSize, generatedApi } from "./generated-api.js";
