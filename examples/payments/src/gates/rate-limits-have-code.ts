import { field, gate, rateLimited, t, wasComputed } from "holdfast";

export default gate("rate_limits_have_code", [
  field(
    rateLimited,
    "code",
    wasComputed(t.literal("rate_limit").describe("Says that there were too many requests.")),
  ),
]);
