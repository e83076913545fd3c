import { memoryStore } from "holdfast";
import { describePipelineStore } from "./conformance/pipeline.js";

describePipelineStore("memory", async (use, clock) => {
  const store = memoryStore(clock && { clock });
  await use({ ...store, createAccount: async (options) => store.createAccount(options) });
});
