import { sameJson } from "../compile/diff.js";
import { baseName } from "../compile/scope-compiler.js";
import type { MethodShape } from "../contract/contract.js";
import type { Json } from "../definition/kind.js";
import type { Raised } from "../definition/raised.js";
import * as invalid from "../definition/validation-errors.js";
import type { WireObject } from "../http/message.js";
import { type Answer, answer } from "./answer.js";
import type { Asked } from "./answer-schema.js";
import type { ContractView } from "./contract-view.js";
import { encodeRequest, STYLES } from "./encode-request.js";
import type { HeadSampler } from "./head-sampler.js";
import { once } from "./once.js";
import { type Pair, pairsOf } from "./pairs.js";
import { ParamSampler } from "./param-sampler.js";
import { samplerOf, wireKey } from "./prove-answer.js";
import { recordOf, valuesOf } from "./stand-ins.js";
import { loses, valueAt } from "./steps-law.js";
import { Violation } from "./tools.js";
import type { Unit } from "./unit.js";
import { WayIn } from "./way-in.js";
import { withoutValue, withValue } from "./with-value.js";

type Values = Readonly<Record<string, unknown>>;

/** Two requests and what their answers show, while they are compared. */
interface Trip {
  readonly sent: WireObject;
  readonly head: Values;
  readonly shown: Values;
}

/**
 * A caller reads an answer, changes one thing, and sends all of it back: head has the change, and
 * nothing else is reset, but for what conversions say that they lose.
 */
export function roundTripUnit(view: ContractView, method: MethodShape): Unit | undefined {
  const { definition, returns } = method;
  const { pairs, key } = pairsOf(view, method);
  const name = returns.resource ?? "";
  const resource = view.contract.resources.get(name);
  if (pairs.length === 0 || !resource) return undefined;
  const way = once(() => new WayIn(view, []));
  const [json] = STYLES;

  const send = async (sent: WireObject): Promise<Values | Raised | undefined> => {
    if (!json) return undefined;
    const arrival = await way().send(view.compiled, encodeRequest(method, sent, json));
    if (!arrival.raised) return arrival.head;
    // A check that the contract makes is none of the trip's.
    const isRuled = arrival.head !== undefined || UNECHOED.has(arrival.raised.definition.name);
    return isRuled ? undefined : arrival.raised;
  };

  /** A record once the method has set what it takes, and left the rest as it was. */
  const updated = (record: Values, heads: Values): Values =>
    pairs.reduce((all, { head }) => {
      const value = valueAt(heads, head);
      return value === undefined ? all : withValue(all, head, value);
    }, record);

  const show = async (sampler: HeadSampler, values: Values): Promise<Values> => {
    const asked: Asked = { secret: true, expanded: "no" };
    const shown: Answer = await answer(view, sampler, {
      value: recordOf(resource.definition, values),
      asked,
      expand: undefined,
      lenient: true,
      sites: () => [
        {
          resource: name,
          holds: "records",
          expand: undefined,
          collect: (one, _call, into) => into.push(one),
        },
      ],
      renderer: ({ resources }) => resources.render(name),
    });
    return shown.json as Values;
  };

  return {
    key: `round trip ${definition.name} ${wireKey(view)} ${baseName(name)} ${key}`,
    subject: `${definition.name} (round trip)`,
    rounds: 16,
    searched: true,
    lossy: pairs
      .filter(losesAny)
      .map(({ param }) => `${param.path.join(".")} of ${definition.name}`),
    at: (other) => {
      const there = other.contract.methods.get(definition.name);
      return there && roundTripUnit(other, there);
    },
    async check(choices) {
      const sampler = samplerOf(view, choices, 0);
      const record = valuesOf(sampler.record(name));
      const first = await sampled(choices);
      if (!first) return;
      const startsWithCaller = choices.pick(2, "start") === 0;
      const stored = startsWithCaller ? updated(record, first.head) : record;
      const shown = await show(sampler, stored);
      const before: Trip = { sent: first.sent, head: stored, shown };
      if (startsWithCaller) for (const pair of pairs) checkSentIsShown(pair, before);
      const changed = pairs[choices.pick(pairs.length, "changed")];
      const other = await sampled(choices);
      if (!changed || !other || valueAt(other.sent, changed.param.path) === undefined) return;
      const sent = backAgain(first.sent, shown, changed, other.sent);
      const head = await send(sent);
      if (!head) return;
      if (isRaised(head)) {
        if (pairs.some(losesAny)) return;
        const { definition: error, param } = head;
        const evidence = { shown, sent, error: error.name, param };
        throw new Violation("what was answered is refused when it is sent back", evidence);
      }
      const after: Trip = { sent, head, shown: await show(sampler, updated(record, head)) };
      for (const pair of pairs) {
        if (pair === changed) checkChanged(pair, after, other.head);
        else checkUnchanged(pair, before, after);
      }
    },
  };

  async function sampled(choices: Parameters<Unit["check"]>[0]) {
    const sent = new ParamSampler(choices, view.world.tools, view.contract).request(method);
    const head = await send(sent);
    return !head || isRaised(head) ? undefined : { sent, head };
  }

  /** What the caller was shown, with one thing changed, and what the method needs beside it. */
  function backAgain(
    first: WireObject,
    shown: Values,
    changed: Pair,
    other: WireObject,
  ): WireObject {
    let sent = first;
    for (const { param, field } of pairs) {
      const value = valueAt(shown, field.path);
      const isSent = value !== undefined && (value !== null || param.field.info.nullable);
      sent = isSent ? withValue(sent, param.path, value as never) : withoutValue(sent, param.path);
    }
    return withValue(sent, changed.param.path, valueAt(other, changed.param.path));
  }
}

/** Refusals of what cannot be sent back: limits of a param are narrower, or null is no value of it. */
const UNECHOED = new Set([invalid.paramOutOfLimits.name, invalid.missingParam.name]);

// By name: an app may have a copy of the framework of its own.
function isRaised(head: Values | Raised): head is Raised {
  return head instanceof Error && head.name === "Raised";
}

function losesAny({ param, field }: Pair): boolean {
  const steps = [...param.field.steps, ...field.field.steps];
  return loses(steps, "shown") || loses(steps, "sent");
}

function same(one: unknown, other: unknown): boolean {
  return sameJson((one ?? null) as Json, (other ?? null) as Json);
}

function checkSentIsShown(pair: Pair, { sent, head, shown }: Trip): void {
  const was = valueAt(sent, pair.param.path);
  const is = valueAt(shown, pair.field.path);
  if (was === undefined || same(was, is) || losesAny(pair)) return;
  const name = pair.param.path.join(".");
  throw new Violation(`${name} is shown as something else than was sent`, { sent, head, shown });
}

function checkChanged(pair: Pair, after: Trip, wanted: Values): void {
  const { sent, head, shown } = after;
  const name = pair.param.path.join(".");
  if (!same(valueAt(head, pair.head), valueAt(wanted, pair.head))) {
    throw new Violation(`the change of ${name} does not reach head`, { sent, head });
  }
  if (!same(valueAt(sent, pair.param.path), valueAt(shown, pair.field.path)) && !losesAny(pair)) {
    throw new Violation(`the change of ${name} is not shown`, { sent, head, shown });
  }
}

function checkUnchanged(pair: Pair, before: Trip, after: Trip): void {
  const now = valueAt(after.head, pair.head);
  if (now === undefined || losesAny(pair)) return;
  const name = pair.param.path.join(".");
  const evidence = {
    shown: before.shown,
    sent: after.sent,
    before: before.head,
    after: after.head,
  };
  if (!same(now, valueAt(before.head, pair.head))) {
    throw new Violation(`${name} is reset by a caller who did not change it`, evidence);
  }
  if (!same(valueAt(before.shown, pair.field.path), valueAt(after.shown, pair.field.path))) {
    throw new Violation(`${name} is shown otherwise after a change of something else`, evidence);
  }
}
