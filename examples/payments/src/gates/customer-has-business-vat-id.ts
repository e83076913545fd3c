import { field, gate, oneMember, param, t, wasOfType } from "holdfast";
import { createCustomer, updateCustomer } from "../methods/customers.js";
import { customer } from "../resources/customer.js";

const vatId = oneMember("tax_id", { type: "vat" });

export default gate("customer_has_business_vat_id", [
  field(
    customer,
    "business_vat_id",
    wasOfType(t.string().nullable().describe("Their value added tax number."), vatId, {
      now: "tax_info",
    }),
  ),
  ...[createCustomer, updateCustomer].map((one) =>
    param(
      one,
      "business_vat_id",
      wasOfType(t.string().nullable().optional().describe("Their value added tax number."), vatId, {
        now: "tax_info",
      }),
    ),
  ),
]);
