import { checkAdded, gate } from "holdfast";
import { createCustomer } from "../methods/customers.js";

export default gate("ids_take_any_characters", [checkAdded(createCustomer, "id_characters")]);
