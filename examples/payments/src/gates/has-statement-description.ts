import { field, gate, param, renamedTo } from "holdfast";
import { captureCharge, createCharge } from "../methods/charges.js";
import { charge } from "../resources/charge.js";

export default gate("has_statement_description", [
  field(charge, "statement_description", renamedTo("statement_descriptor")),
  param(createCharge, "statement_description", renamedTo("statement_descriptor")),
  param(captureCharge, "statement_description", renamedTo("statement_descriptor")),
]);
