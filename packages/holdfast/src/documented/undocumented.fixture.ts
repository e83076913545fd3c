import { becameUndocumented, field, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  id: t.string().describe("Its id."),
  card: t.string().undocumented().describe("What was charged."),
  // #endregion
});
const record = { id: "ch_1", card: "card_1" };

export default example(
  {
    charge_lists_card: [
      // #region gate
      field(charge, "card", becameUndocumented()),
      // #endregion
    ],
  },
  [shows(charge, record, record, record)],
);
