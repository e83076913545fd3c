import { methodWas } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, taking } from "./rows.fixture.js";

const listCharges = taking("charges.list", {});

export default example(
  {
    charges_retrieve_all: [
      // #region gate
      methodWas(listCharges, "charges.retrieve_all"),
      // #endregion
    ],
  },
  [calls(listCharges, "name", [{}, "charges.list"], [{}, "charges.retrieve_all"])],
);
