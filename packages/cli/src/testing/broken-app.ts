import { bootApiFrom } from "holdfast";

/** Its gate has no module. */
export const api = bootApiFrom(
  { name: "Broken", resources: [], methods: [] },
  `
genesis: []
2014-01-01:
  - gate: charge_has_card
    description: A charge's card is its source.
`,
  [],
);
