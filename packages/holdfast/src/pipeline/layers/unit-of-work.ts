import { Raised, raise } from "../../definition/raised.js";
import type { WireResponse } from "../../http/message.js";
import type { UnitOfWork } from "../account-store.js";
import { type Call, type Layer, type Next, need } from "../call.js";
import { answerError } from "../error-answer.js";
import * as errors from "../errors.js";
import { fingerprint, idempotencyKey, keyOf, replay } from "../idempotency.js";

/**
 * Runs the rest as one unit of work, so that a request's records and its stored answer are kept
 * together or not at all. A request with an idempotency key is worked on once.
 */
export const unitOfWork: Layer = {
  name: "unit-of-work",
  async run(call, next) {
    const { transactor } = call.served.settings;
    if (need(call, "method").verb === "GET") {
      return transactor.read((unit) => workOnce(call, unit, next));
    }
    const key = idempotencyKey(call);
    if (key === undefined) return transactor.write((unit) => workOnce(call, unit, next));
    call.idempotencyKey = key;
    return transactor.write((unit) => workWithKey(call, unit, key, next), keyOf(call, key));
  },
};

/** An answer that undoes what was written before it, on its way out of the unit of work. */
export class Undone extends Error {
  readonly answer: WireResponse;
  constructor(answer: WireResponse) {
    super("what was written is undone");
    this.answer = answer;
  }
}

/** Errors are answered inside the unit, which they may have to load from; most undo it. */
async function workOnce(call: Call, unit: UnitOfWork, next: Next): Promise<WireResponse> {
  call.unit = unit;
  try {
    return await next();
  } catch (problem) {
    if (!isFromLogic(call, problem)) throw problem;
    const answer = await answerError(call, problem);
    if (problem.keepsWrites) return answer;
    throw new Undone(answer);
  }
}

async function workWithKey(
  call: Call,
  unit: UnitOfWork,
  key: string,
  next: Next,
): Promise<WireResponse> {
  const known = unit.idempotency;
  const print = fingerprint(call);
  if (known.state === "in_flight") return raise(errors.idempotencyInFlight, { key });
  if (known.state === "answered") {
    const { mismatchedKeys } = need(call, "contract").contract.wire;
    if (known.fingerprint !== print && mismatchedKeys === "refused") {
      return raise(errors.idempotencyMismatch, { key });
    }
    return replay(known.answer);
  }
  let answer: WireResponse;
  try {
    answer = await unit.savepoint(() => workOnce(call, unit, next));
  } catch (problem) {
    // Only what logic raised is an answer: a request that never reached it may be mended and sent again.
    if (!(problem instanceof Undone)) throw problem;
    answer = problem.answer;
  }
  const versioned = {
    ...answer.headers,
    [call.served.api.versionHeader.toLowerCase()]: need(call, "version"),
  };
  await unit.keepAnswer(print, { ...answer, headers: versioned });
  return answer;
}

function isFromLogic(call: Call, problem: unknown): problem is Raised {
  return problem instanceof Raised && call.executing === true;
}
