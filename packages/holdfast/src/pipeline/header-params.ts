import type { MethodShape } from "../contract/contract.js";
import { raise } from "../definition/raised.js";
import type { ShapeField } from "../definition/shape.js";
import * as errors from "../definition/validation-errors.js";
import type { DecodedParams } from "../http/decode-request.js";
import { singleHeader } from "../http/header.js";
import type { WireValue } from "../http/message.js";
import { type Call, need } from "./call.js";

const known = new WeakMap<MethodShape, readonly ShapeField[]>();

/** The params of a method that stand in headers. */
function headerParams(method: MethodShape): readonly ShapeField[] {
  const fields =
    known.get(method) ??
    [...method.params.fields.values()].filter(({ info }) => info.header !== undefined);
  known.set(method, fields);
  return fields;
}

/** Whether any param of a method stands in a header. */
export function takesHeaders(method: MethodShape): boolean {
  return headerParams(method).length > 0;
}

/** Puts params that stand in headers beside those of the query and the body. */
export function withHeaders(call: Call, sent: DecodedParams): DecodedParams {
  const method = need(call, "method");
  const fields = headerParams(method);
  const { wire } = need(call, "contract").contract;
  const refused = (method.params.unknownKeys ?? wire.unknownParams) === "refused";
  const params: Record<string, WireValue> = Object.assign(Object.create(null), sent.params);
  for (const { name, info } of fields) {
    const header = info.header ?? "";
    // By its name the param is known in the header only.
    if (refused && name in params) {
      raise(
        errors.unknownParam,
        { help: `. It is sent in the header ${header}.` },
        {
          param: [name],
          speaks: "sent",
        },
      );
    }
    delete params[name];
    const found = singleHeader(call.request, header.toLowerCase());
    if (found.twice) {
      const details = { expected: "one value", received: "several" };
      raise(errors.invalidParam, details, { param: [name], speaks: "caller" });
    }
    if (found.value !== undefined) params[name] = found.value;
  }
  const names = new Set(fields.map(({ name }) => name));
  return { params, isText: (param) => names.has(param) || sent.isText(param), typed: false };
}
