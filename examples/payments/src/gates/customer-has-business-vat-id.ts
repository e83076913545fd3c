import { field, gate, param, t, wasOfType } from "holdfast";
import { createCustomer, updateCustomer } from "../methods/customers.js";
import { customer } from "../resources/customer.js";

export default gate("customer_has_business_vat_id", [
  field(
    customer,
    "business_vat_id",
    wasOfType(t.string().nullable().describe("Their value added tax number."), {
      now: "tax_info",
      down: (info: { readonly tax_id: string } | null) => info?.tax_id ?? null,
    }),
  ),
  ...[createCustomer, updateCustomer].map((one) =>
    param(
      one,
      "business_vat_id",
      wasOfType(t.string().nullable().optional().describe("Their value added tax number."), {
        now: "tax_info",
        up: (tax_id: string) => ({ type: "vat", tax_id }),
      }),
    ),
  ),
]);
