import { field, partsListed, splitInto, t } from "../index.js";
import { example } from "./example.fixture.js";
import { resourceOf, shows } from "./rows.fixture.js";

const address = resourceOf("address", {
  // #region fields of address
  line1: t.string().describe("The first line."),
  line2: t.string().nullable().describe("The second line."),
  // #endregion
});

export default example(
  {
    address_has_lines: [
      // #region gate
      field(
        address,
        "lines",
        splitInto(
          ["line1", "line2"],
          partsListed(),
          t.list(t.string().nullable()).describe("Both lines."),
        ),
      ),
      // #endregion
    ],
  },
  [
    shows(
      address,
      { line1: "1 Main St", line2: "Flat 2" },
      { line1: "1 Main St", line2: "Flat 2" },
      { lines: ["1 Main St", "Flat 2"] },
    ),
  ],
);
