import { resource, t } from "../index.js";

/** What a method of an example answers where only its params matter. */
export const taken = resource("taken", {
  description: "What a method got.",
  fields: { params: t.string().describe("The params, as JSON.") },
}).from<{ readonly params: string }>();
