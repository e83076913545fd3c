import { Raised, raise } from "../../definition/raised.js";
import { DecodeError } from "../../http/decode-error.js";
import type { WireResponse } from "../../http/message.js";
import type { Call, Layer } from "../call.js";
import { answerError } from "../error-answer.js";
import * as errors from "../errors.js";

/** Turns whatever went wrong further in into an answer. Failures are told and say nothing. */
export const answerErrors: Layer = {
  name: "errors",
  async run(call, next) {
    try {
      return await next();
    } catch (problem) {
      return answerProblem(call, problem);
    }
  },
};

function answerProblem(call: Call, problem: unknown): Promise<WireResponse> {
  if (problem instanceof Raised) return answerError(call, problem);
  if (problem instanceof DecodeError) {
    const options = {
      status: problem.status,
      ...(problem.param !== undefined && { param: [problem.param] }),
    };
    return answerError(
      call,
      caught(() => raise(errors.requestMalformed, { reason: problem.message }, options)),
    );
  }
  call.served.settings.onFailure?.(problem, call.id);
  return answerError(
    call,
    caught(() => raise(errors.internalError, { request: call.id })),
  );
}

function caught(raising: () => never): Raised {
  try {
    return raising();
  } catch (raised) {
    return raised as Raised;
  }
}
