import { field, gate, param, renamedTo } from "holdfast";
import { createToken } from "../methods/tokens.js";
import { bankAccount } from "../resources/bank-account.js";

export default gate("bank_account_has_name", [
  field(bankAccount, "name", renamedTo("account_holder_name")),
  param(createToken, "bank_account.name", renamedTo("account_holder_name")),
]);
