import { docs } from "@holdfast/docs";
import { api } from "@holdfast/example-payments/app";

/** The docs of the payments API, whose charge has some 90 fields; nothing is kept. */
export const paymentsApi = api;
export default await docs({
  api,
  examples: new URL("../../../../examples/payments/docs-snapshots/examples.json", import.meta.url),
  cacheBytes: 0,
});
