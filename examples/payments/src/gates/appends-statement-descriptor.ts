import { behaviour, gate } from "holdfast";

export default gate("appends_statement_descriptor", [behaviour()]);
