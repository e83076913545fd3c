import type { Outcome } from "../contract/contract.js";
import type { ErrorDefinition } from "../definition/error.js";
import { Raised } from "../definition/raised.js";
import { type Call, need } from "./call.js";

/** How a method ended: with what it returned, or with what it raised. */
type Ending = { readonly result: unknown } | { readonly raised: Raised };

/**
 * Runs a method's logic and tells its ending as the caller's version has it: an error that was a
 * success keeps what was written, a success that was an error undoes it.
 */
export async function outcomeOf(call: Call, run: () => Promise<unknown>): Promise<unknown> {
  const { outcomes } = need(call, "method");
  if (outcomes.length === 0) return run();
  const ending = outcomes.reduce((now, outcome) => older(call, now, outcome), await endingOf(run));
  if ("raised" in ending) throw ending.raised;
  return ending.result;
}

async function endingOf(run: () => Promise<unknown>): Promise<Ending> {
  try {
    return { result: await run() };
  } catch (problem) {
    if (problem instanceof Raised) return { raised: problem };
    throw problem;
  }
}

function older(call: Call, ending: Ending, outcome: Outcome): Ending {
  if ("raised" in ending) {
    const { definition, data } = ending.raised;
    return outcome.was === "success" && definition.name === outcome.error
      ? { result: data[outcome.result] }
      : ending;
  }
  if (
    outcome.was === "success" ||
    !outcome.is.includes(headValue(call, ending.result, outcome.where))
  )
    return ending;
  return { raised: failure(outcome.error, ending.result, outcome.carries) };
}

function failure(error: ErrorDefinition, record: unknown, carries: string | undefined): Raised {
  return new Raised(error, carries === undefined ? {} : { [carries]: record }, {
    keepsWrites: false,
  });
}

/** A head field of what the method returned. */
function headValue(call: Call, record: unknown, field: string): unknown {
  const { resources } = need(call, "contract");
  const resource = resources.get(need(call, "method").definition.returns.resource ?? "");
  const nothingLoaded = { secret: true, loaded: () => undefined, batched: () => undefined };
  return resources.access(resource).read(field)(record, nothingLoaded);
}
