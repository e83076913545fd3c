import { docs } from "@holdfast/docs";
import { generatedApi, generatedExamples } from "@holdfast/example-generated";

/** The size at which docs are measured. */
export const SIZE = { methods: 300, versions: 104 } as const;

/** Docs of a made-up API. Nothing is kept, so that each page that is asked for is rendered. */
export const largeApi = generatedApi(SIZE);
export default await docs({
  api: largeApi,
  examples: await generatedExamples(largeApi),
  cacheBytes: 0,
});
