export { type GeneratedSize, generatedApi } from "./generated-api.js";
