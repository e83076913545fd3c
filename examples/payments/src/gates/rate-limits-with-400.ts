import { gate, rateLimited, statusWas } from "holdfast";

export default gate("rate_limits_with_400", [statusWas(rateLimited, 400)]);
