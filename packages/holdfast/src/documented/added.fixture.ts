import { added, field, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows, takes, taking } from "./rows.fixture.js";

const charge = resourceOf("charge", {
  // #region fields of charge
  id: t.string().describe("Its id."),
  status: t.string().describe("How it ended."),
  // #endregion
});
const listCharges = taking("charges.list", {
  // #region params of charges.list
  status: t.string().optional().describe("Only those that ended so."),
  // #endregion
});

export default example(
  {
    charge_lacks_status: [
      // #region gate
      field(charge, "status", added()),
      param(listCharges, "status", added()),
      // #endregion
    ],
  },
  [
    shows(charge, { id: "ch_1", status: "paid" }, { id: "ch_1", status: "paid" }, { id: "ch_1" }),
    takes(
      listCharges,
      [{ status: "paid" }, { status: "paid" }],
      [
        { status: "paid" },
        "400 Received unknown parameter: status. It was introduced in version 2011-01-01.",
      ],
    ),
  ],
);
