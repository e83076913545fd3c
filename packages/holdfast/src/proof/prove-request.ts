import { sameJson } from "../compile/diff.js";
import type { MethodShape } from "../contract/contract.js";
import { frozen } from "../definition/frozen.js";
import type { Expansion, Json } from "../definition/kind.js";
import { type Path, samePath, showPath } from "../definition/path.js";
import { invalidParam } from "../definition/validation-errors.js";
import type { WireObject, WireRequest } from "../http/message.js";
import { brokenRule } from "./broken-rule.js";
import type { Choices } from "./choices.js";
import type { ContractView } from "./contract-view.js";
import { encodeRequest, STYLES } from "./encode-request.js";
import { expandablePaths } from "./expandable-paths.js";
import { type Expected, expectedHead, isConvertible, unexpectedIn } from "./expected-head.js";
import { headParamsSchema } from "./head-schema.js";
import { type Mistake, mistakesIn } from "./mistakes.js";
import { once } from "./once.js";
import { ParamSampler } from "./param-sampler.js";
import { checkRefusal } from "./refusal.js";
import { shapeKey } from "./shape-key.js";
import { checkSentSteps, valueAt } from "./steps-law.js";
import { type Judge, Violation } from "./tools.js";
import type { Unit } from "./unit.js";
import { type Arrival, WayIn } from "./way-in.js";

type Head = Readonly<Record<string, unknown>>;

/**
 * A method's params, from a request's bytes to head: valid requests are taken as head has them, or
 * refused by a check that the contract makes; mistakes are told by the caller's names.
 */
export function requestUnit(
  view: ContractView,
  method: MethodShape,
  versions: readonly string[],
): Unit {
  const { unknownParams } = view.contract.wire;
  const { definition, params, lifted, order, verb, path } = method;
  const rules = JSON.stringify([lifted, order, verb, path]);
  const way = once(() => new WayIn(view, versions));
  const expandable = once(() => [...expandablePaths(view, method.returns)].map(({ path }) => path));
  const judgeHead = once(() => view.world.tools.judge(headParamsSchema(definition.params, params)));
  return {
    key: `request ${definition.name} ${unknownParams} ${rules} ${shapeKey(params)}`,
    subject: `${definition.name} (request)`,
    rounds: 32,
    searched: true,
    at: (other) => {
      const there = other.contract.methods.get(definition.name);
      return there && requestUnit(other, there, []);
    },
    async check(choices) {
      const style = STYLES[choices.pick(STYLES.length, "style")] ?? STYLES[0];
      if (!style) return;
      const sampler = new ParamSampler(choices, view.world.tools, view.contract);
      const typed = frozen(sampler.request(method));
      const paths = expandable();
      const asked = paths[choices.pick(paths.length + 1, "expand") - 1];
      const sent = asked ? { ...typed, expand: [asked.join(".")] } : typed;
      const request = encodeRequest(method, sent, style);
      const { head, said = {}, raised, expand } = await arrive(view, way(), request, sent);
      const evidence = { sent, style: style.name, head, ...toldOf(raised) };
      if (!head) {
        if (!isConvertible(params, typed) && raised?.definition.name === invalidParam.name) return;
        throw new Violation("a valid request is refused", evidence);
      }
      checkHead(view, method, typed, head, judgeHead());
      checkSentSteps(params, typed);
      checkExpansion(asked, expand, evidence);
      const broken = brokenRule(method, said);
      if (broken !== raised?.definition.name) {
        throw new Violation(`what its checks should say is ${broken ?? "nothing"}`, evidence);
      }
      const send = (tried: WireObject) =>
        way().send(view.compiled, encodeRequest(method, tried, style));
      await checkMistakes(view, method, typed, head, send, choices);
    },
  };
}

/** Sends a request both ways, compiled and interpreted, which must come to the same. */
async function arrive(
  view: ContractView,
  way: WayIn,
  request: WireRequest,
  sent: WireObject,
): Promise<Arrival> {
  const compiled = await way.send(view.compiled, request);
  const interpreted = await way.send(view.interpreted, request);
  const [one, other] = [compiled, interpreted].map(({ head, expand, response }) => ({
    head: head ?? null,
    expand: expand ?? null,
    status: response.status,
    body: response.body,
  }));
  if (!sameJson(one as unknown as Json, other as unknown as Json)) {
    const evidence = { sent, compiled: one, interpreted: other };
    throw new Violation("compiled and interpreted readers differ", evidence);
  }
  return compiled;
}

function toldOf(raised: Arrival["raised"]): object {
  return raised ? { error: raised.definition.name, data: raised.data, param: raised.param } : {};
}

function checkExpansion(
  asked: Path | undefined,
  expand: Expansion | undefined,
  evidence: Readonly<Record<string, unknown>>,
): void {
  const wanted = asked?.reduceRight<Expansion>((inner, name) => ({ [name]: inner }), {});
  if (!sameJson((wanted ?? null) as Json, (expand ?? null) as Json)) {
    throw new Violation("what was asked for in expand is not expanded", { ...evidence, expand });
  }
}

function checkHead(
  view: ContractView,
  method: MethodShape,
  sent: WireObject,
  head: Head,
  judge: ReturnType<Judge>,
): void {
  const evidence = { sent, head };
  const expected = expectedHead(method, sent);
  for (const one of expected) {
    const found = valueAt(head, one.path);
    if (found === undefined) {
      const why = one.isDefault ? "the default of" : "what was sent for";
      throw new Violation(`${why} ${showPath(one.path)} does not reach head`, evidence);
    }
    if ("value" in one && !sameJson(found as Json, one.value as Json)) {
      throw new Violation(`${showPath(one.path)} reaches head as another value`, evidence);
    }
  }
  const [unexpected] = unexpectedIn(head, [...expected, ...unsaidIn(view, method)]);
  if (unexpected) {
    const place = showPath(unexpected);
    throw new Violation(`${place} was left out and yet is there in head`, evidence);
  }
  const verdict = judge(head);
  if (verdict !== true) throw new Violation(`head does not take it: ${verdict}`, evidence);
}

/** Filters that stand for what their callers cannot say. */
function unsaidIn(view: ContractView, { params }: MethodShape): Expected[] {
  const { plain } = view.compiled.resources;
  return [...params.fields.values()].flatMap(({ info, target }) =>
    info.kind.unsaid?.(plain) === undefined ? [] : [{ path: target, isDefault: true }],
  );
}

/** How many mistakes are made about one request. */
const AT_ONCE = 3;

/** Makes some mistakes about a request, one at a time; in turn, all of them. */
async function checkMistakes(
  view: ContractView,
  method: MethodShape,
  typed: WireObject,
  head: Head,
  send: (sent: WireObject) => Promise<Arrival>,
  choices: Choices,
): Promise<void> {
  const mistakes = mistakesIn(method, typed, view.contract.wire.unknownParams);
  const groups = Math.ceil(mistakes.length / AT_ONCE);
  const from = groups === 0 ? 0 : AT_ONCE * choices.pick(groups, "mistake");
  for (const mistake of mistakes.slice(from, from + AT_ONCE)) {
    checkMistake(view, method, mistake, await send(frozen(mistake.sent)), head);
  }
}

function checkMistake(
  view: ContractView,
  method: MethodShape,
  { sent, expects, param, hidden }: Mistake,
  arrival: Arrival,
  before: Head,
): void {
  const { raised, head, response } = arrival;
  const evidence = { sent, ...toldOf(raised), answer: response.body };
  if (hidden !== undefined) {
    if (raised && JSON.stringify([raised.data, response.body]).includes(hidden)) {
      throw new Violation("an error quotes a value that is sensitive", evidence);
    }
  } else if (expects === null) {
    if (!head || !sameJson(before as Json, head as Json)) {
      throw new Violation("an unknown param is not ignored", evidence);
    }
  } else if (raised?.definition.name !== expects || !samePath(raised.param ?? [], param)) {
    const place = showPath(param);
    throw new Violation(`a request should be refused with ${expects} of ${place}`, evidence);
  }
  if (raised) checkRefusal(view, method, raised, response, evidence);
}
