import { type Layer, need } from "../call.js";

/** Renders the answer in the names and the shape of the caller's version. */
export const render: Layer = {
  name: "render",
  async run(call) {
    const method = need(call, "method");
    const show = need(call, "contract").returns(method);
    const body = show(call.result, call.result, need(call, "loaded"), call.expand);
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
  },
};
