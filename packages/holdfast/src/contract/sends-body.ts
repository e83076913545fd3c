import type { MethodShape } from "./contract.js";

/** Whether a method's success has a body; 204 has none (RFC 9110, section 15.3.5). */
export function sendsBody({ status, returns }: MethodShape): boolean {
  return status !== 204 && returns.name !== "nothing";
}
