import type { LoadContext } from "../definition/resource.js";
import { type Call, need } from "./call.js";

/** What loaders receive for a request: whose data, and with what. */
export function loadContext(call: Call): LoadContext {
  const { account, mode } = need(call, "credential");
  return { ...need(call, "unit").services, account, mode } as LoadContext;
}
