import { becameUndocumented, field, gate } from "holdfast";
import { charge } from "../resources/charge.js";

export default gate("charge_documents_application_fee", [
  field(charge, "application_fee", becameUndocumented()),
]);
