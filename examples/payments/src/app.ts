import { bootApi } from "holdfast";
import { paymentErrors } from "./errors.js";
import { methods } from "./methods/index.js";
import { events } from "./published-events.js";
import { resources } from "./resources/index.js";
import { list } from "./resources/list.js";

/** The payments API: as it is today, and as it ever was. */
export const api = await bootApi(
  {
    name: "Payments",
    resources,
    methods,
    errors: paymentErrors,
    events,
    lists: list,
    versionHeader: "Stripe-Version",
  },
  {
    versions: new URL("../versions.yaml", import.meta.url),
    gates: new URL("./gates/", import.meta.url),
  },
);
