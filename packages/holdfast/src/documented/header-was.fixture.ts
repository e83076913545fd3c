import { headerWas, param, t } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, taking } from "./rows.fixture.js";

// #region definitions
const listCharges = taking(
  "charges.list",
  { tenant: t.string().inHeader("Tenant-Id").describe("Whose charges.") },
  { route: "GET /v1/charges" },
);
// #endregion

export default example(
  {
    tenant_header_has_x: [
      // #region gate
      param(listCharges, "tenant", headerWas("X-Tenant")),
      // #endregion
    ],
  },
  [
    calls(
      listCharges,
      "params",
      ["GET /v1/charges with Tenant-Id: acme", { tenant: "acme" }],
      ["GET /v1/charges with X-Tenant: acme", { tenant: "acme" }],
    ),
  ],
);
