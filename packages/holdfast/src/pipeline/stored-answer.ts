import { raise } from "../definition/raised.js";
import { DecodeError } from "../http/decode-error.js";
import { decodeParams } from "../http/decode-request.js";
import { singleHeader } from "../http/header.js";
import type { WireResponse } from "../http/message.js";
import { type Call, need } from "./call.js";
import * as errors from "./errors.js";
import { fingerprint, keyOf, replay } from "./idempotency.js";

/**
 * The answer that was given to the same request when there was a method for it: an account may be
 * held at another version by the time it asks again. Keys that may not call everything get none,
 * because without the method nobody can say whether they may call it.
 */
export async function storedAnswer(call: Call): Promise<WireResponse | undefined> {
  const { kind, permissions } = need(call, "credential");
  const found = singleHeader(call.request, "idempotency-key");
  if (found.twice || !found.value || kind !== "secret" || permissions) return undefined;
  const sent = decoded(call);
  if (!sent) return undefined;
  const { transactor } = call.served.settings;
  const key = keyOf(call, found.value);
  const known = await transactor.write(async (unit) => unit.idempotency, key);
  if (known.state === "in_flight") {
    return raise(errors.idempotencyInFlight, { key: found.value });
  }
  if (known.state === "new" || known.fingerprint !== fingerprint({ ...call, sent })) {
    return undefined;
  }
  call.idempotencyKey = found.value;
  return replay(known.answer);
}

function decoded(call: Call): Call["sent"] | undefined {
  try {
    return decodeParams(call.request);
  } catch (problem) {
    if (problem instanceof DecodeError) return undefined;
    throw problem;
  }
}
