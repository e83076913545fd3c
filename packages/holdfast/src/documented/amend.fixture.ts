import { field, gate, removed, t } from "../index.js";
import { booted } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const transfer = resourceOf("transfer", {
  // #region fields of transfer
  id: t.string().describe("Its id."),
  summary: t.string().describe("What it is made up of.").until("transfer_has_summary"),
  // #endregion
});
const history = `
# #region versions.yaml
genesis: []
2011-01-01:
  - { gate: transfer_has_summary, description: A transfer no longer has a \`summary\`. }
amend:
  - date: 2024-06-20
    revokes: transfer_has_summary
    description: No version shows the \`summary\` of a transfer any more.
# #endregion
`;
// #region gate transfer_has_summary
const hasSummary = gate("transfer_has_summary", [field(transfer, "summary", removed())]);
// #endregion

const rows = [shows(transfer, { id: "tr_1", summary: "s" }, { id: "tr_1" }, { id: "tr_1" })];

export default booted(history, [hasSummary], rows, ["2011-01-01", "genesis"]);
