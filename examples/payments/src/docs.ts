import { docs } from "@holdfast/docs";
import { api } from "./app.js";

const production = process.env.NODE_ENV === "production";

/** The docs of the payments API. */
export default await docs({
  api,
  title: "Payments API",
  description:
    "Takes money from cards and bank accounts. Every version that it ever had is served as it was; these pages show any of them.",
  pages: new URL("../docs/", import.meta.url),
  contracts: new URL("../contracts/", import.meta.url),
  examples: new URL("../docs-snapshots/examples.json", import.meta.url),
  keys: true,
  ...(!production && { sandbox: { keyPrefix: "sk_test_" } }),
});
