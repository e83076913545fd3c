import { field, gate, renamedTo, t } from "../index.js";
import { booted } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  method: t.string().describe("What was charged."),
  // #endregion
});
const history = `
# #region versions.yaml
genesis: []
2011-01-01:
  - { gate: charge_has_card, description: A charge's \`card\` is now its \`source\`. }
next:
  - { gate: charge_has_source, description: A charge's \`source\` is now its \`method\`. }
# #endregion
`;
// #region gates
const gates = [
  gate("charge_has_card", [field(charge, "card", renamedTo("source"))]),
  gate("charge_has_source", [field(charge, "source", renamedTo("method"))]),
];
// #endregion

const rows = [
  shows(
    charge,
    { method: "card_1" },
    { source: "card_1" },
    { method: "card_1" },
    { card: "card_1" },
  ),
];

export default booted(history, gates, rows, ["2011-01-01", "2011-01-01-preview", "genesis"]);
