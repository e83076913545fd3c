import { generatedApi } from "./generated-api.js";

/** The size that `holdfast check --matrix` is measured at, as a module that each thread imports. */
export const api = generatedApi({ methods: 106, versions: 104 });
