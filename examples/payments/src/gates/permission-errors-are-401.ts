import { gate, permissionDenied, statusWas } from "holdfast";

export default gate("permission_errors_are_401", [statusWas(permissionDenied, 401)]);
