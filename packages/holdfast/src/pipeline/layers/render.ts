import { sendsBody } from "../../contract/sends-body.js";
import { type Layer, need } from "../call.js";
import { methodHeaders } from "../response-headers.js";

/** Renders the answer in the names, the shape and the status of the caller's version. */
export const render: Layer = {
  name: "render",
  async run(call) {
    const method = need(call, "method");
    const { status } = method;
    const headers = methodHeaders(call);
    if (!sendsBody(method)) return { status, headers, body: "" };
    const show = need(call, "contract").returns(method);
    const body = show(call.result, call.result, need(call, "loaded"), call.expand);
    return {
      status,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    };
  },
};
