import type { Page, PageSource } from "../../definition/kinds/links.js";
import { type Call, type Layer, need } from "../call.js";
import { loadContext } from "../context.js";
import { loadFor } from "../load.js";

/** Loads what the caller's version shows, and renders the answer in its names and shape. */
export const render: Layer = {
  name: "render",
  async run(call) {
    const contract = need(call, "contract");
    const method = need(call, "method");
    const secret = need(call, "credential").kind === "secret";
    const value = method.returns.name === "page" ? withPlace(call) : call.result;
    const sites = contract.returnSites(method, call.expand);
    const loaded = await loadFor([value], sites, contract, loadContext(call), secret);
    const body = contract.returns(method)(value, value, loaded, call.expand);
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
  },
};

/** The page that `execute` returned, with the path at which the caller reads it. */
function withPlace(call: Call): PageSource<unknown> {
  const include = call.params?.include;
  return {
    ...(call.result as Page<unknown>),
    url: call.request.path,
    include_total: Array.isArray(include) && include.includes("total_count"),
  };
}
