import { sendsBody } from "../../contract/sends-body.js";
import type { Page, PageSource } from "../../definition/kinds/links.js";
import { raise } from "../../definition/raised.js";
import { type Layer, need } from "../call.js";
import { loadContext } from "../context.js";
import * as errors from "../errors.js";
import { loadFor } from "../load.js";

/** Loads what the caller's version shows and the result does not hold, level by level. */
export const load: Layer = {
  name: "load",
  async run(call, next) {
    const contract = need(call, "contract");
    const method = need(call, "method");
    if (!sendsBody(method)) return next();
    if (contract.hidden(method)?.(call.result)) raise(errors.absentAtVersion, {});
    if (method.returns.name === "page") {
      const page: PageSource<unknown> = {
        ...(call.result as Page<unknown>),
        url: call.request.path,
      };
      call.result = page;
    }
    const secret = need(call, "credential").kind === "secret";
    const sites = contract.returnSites(method, call.expand);
    call.loaded = await loadFor([call.result], sites, contract, loadContext(call), secret);
    return next();
  },
};
