import { method, successStatusWas, t } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, resourceOf } from "./rows.fixture.js";

// #region definitions
const deleted = resourceOf("deleted", { id: t.string().describe("What is gone.") });
const deleteCustomer = method("customers.delete", {
  route: "DELETE /v1/customers/{customer}",
  description: "Deletes a customer.",
  params: { customer: t.string().describe("Which one.") },
  returns: deleted,
  status: 204,
}).execute(async ({ params }) => ({ id: params.customer }) as never);
// #endregion

export default example(
  {
    deletion_has_a_body: [
      // #region gate
      successStatusWas(deleteCustomer, 200),
      // #endregion
    ],
  },
  [
    calls(
      deleteCustomer,
      "answer",
      [{ customer: "cus_1" }, { status: 204 }],
      [{ customer: "cus_1" }, { status: 200, body: { id: "cus_1" } }],
    ),
  ],
  { resources: [deleted] },
);
