import { Raised } from "../../definition/raised.js";
import { DecodeError } from "../../http/decode-error.js";
import type { WireResponse } from "../../http/message.js";
import type { Busy } from "../account-store.js";
import type { Call, Layer } from "../call.js";
import { answerError } from "../error-answer.js";
import * as errors from "../errors.js";
import { Undone } from "./unit-of-work.js";

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

const DECODING = {
  400: errors.requestMalformed,
  413: errors.requestTooLarge,
  415: errors.mediaTypeUnsupported,
} as const;

async function answerProblem(call: Call, problem: unknown): Promise<WireResponse> {
  try {
    return await answerKnown(call, problem);
  } catch (failure) {
    call.served.settings.onFailure?.(failure, call.id);
    return answerError(call, raisedFor(call, failure));
  }
}

function raisedFor(call: Call, failure: unknown): Raised {
  if (!isBusy(failure)) return new Raised(errors.internalError, { request: call.id });
  const headers = { "retry-after": String(failure.retryAfterSeconds) };
  return new Raised(errors.serverBusy, {}, { headers });
}

function isBusy(failure: unknown): failure is Busy {
  return (
    failure instanceof Error &&
    "retryAfterSeconds" in failure &&
    typeof failure.retryAfterSeconds === "number"
  );
}

/** Answers what was raised; throws what was not, and what goes wrong on the way. */
async function answerKnown(call: Call, problem: unknown): Promise<WireResponse> {
  if (problem instanceof Undone) return problem.answer;
  if (problem instanceof Raised) return answerError(call, problem);
  if (problem instanceof DecodeError) {
    const { message: reason, param } = problem;
    const about = param === undefined ? {} : { param: [param], speaks: "caller" as const };
    return answerError(call, new Raised(DECODING[problem.status], { reason }, about));
  }
  throw problem;
}
