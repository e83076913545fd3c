import { sameJson } from "../compile/diff.js";
import type { MethodShape } from "../contract/contract.js";
import type { Json } from "../definition/kind.js";
import { type Path, showPath } from "../definition/path.js";
import type { Raised } from "../definition/raised.js";
import { Reader } from "../definition/reader.js";
import type { WireObject, WireValue } from "../http/message.js";
import type { ContractView } from "./contract-view.js";
import { expectedHead, unexpectedIn } from "./expected-head.js";
import { frozen } from "./frozen.js";
import { headParamsSchema } from "./head-schema.js";
import { type Mistake, mistakesIn } from "./mistakes.js";
import { asForm, ParamSampler } from "./param-sampler.js";
import { shapeKey } from "./shape-key.js";
import { Violation } from "./tools.js";
import type { Unit } from "./unit.js";

type Head = Record<string, unknown>;
type Outcome = { readonly head: Head } | { readonly raised: Raised };

/** A method's params: valid requests are taken as head has them, mistakes are told by name. */
export function requestUnit(view: ContractView, method: MethodShape): Unit {
  const { unknownParams } = view.contract.wire;
  const { definition, params } = method;
  return {
    key: `request ${definition.name} ${unknownParams} ${shapeKey(params)}`,
    subject: `${definition.name} (request)`,
    rounds: 32,
    searched: true,
    at: (other) => {
      const there = other.contract.methods.get(definition.name);
      return there && requestUnit(other, there);
    },
    check(choices) {
      const sampler = new ParamSampler(choices, view.world.tools);
      const typed = sampler.object(params);
      const form = choices.pick(2, "form") === 1;
      const sent = frozen(form ? (asForm(typed) as WireObject) : typed);
      const outcome = read(view, method, sent, form);
      if ("raised" in outcome) {
        const { definition: error, data, param } = outcome.raised;
        const evidence = { sent, error: error.name, data, param };
        throw new Violation("a valid request is refused", evidence);
      }
      checkHead(view, method, typed, sent, outcome.head);
      const mistakes = mistakesIn(params, sent, unknownParams);
      if (mistakes.length === 0) return;
      const mistake = mistakes[choices.pick(mistakes.length, "mistake")];
      if (mistake) checkMistake(view, method, mistake, form, outcome.head);
    },
  };
}

function read(view: ContractView, method: MethodShape, sent: WireObject, form: boolean): Outcome {
  const at = Reader.top({ isText: () => form, help: () => "" });
  const head: Head = {};
  try {
    view.reader.reader(method)(sent, at, head);
    return { head };
  } catch (problem) {
    // By name: an app may have a copy of the framework of its own.
    if (problem instanceof Error && problem.name === "Raised") return { raised: problem as Raised };
    throw problem;
  }
}

function checkHead(
  view: ContractView,
  method: MethodShape,
  typed: WireObject,
  sent: WireObject,
  head: Head,
): void {
  const evidence = { sent, head };
  const expected = expectedHead(method.params, typed);
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
  const [unexpected] = unexpectedIn(head, expected);
  if (unexpected) {
    const place = showPath(unexpected);
    throw new Violation(`${place} was left out and yet is there in head`, evidence);
  }
  const schema = headParamsSchema(method.definition.params, method.params);
  const verdict = view.world.tools.judge(schema)(head);
  if (verdict !== true) throw new Violation(`head does not take it: ${verdict}`, evidence);
}

function checkMistake(
  view: ContractView,
  method: MethodShape,
  { sent, expects, param, hidden }: Mistake,
  form: boolean,
  before: Head,
): void {
  const outcome = read(view, method, frozen(sent), form);
  const raised = "raised" in outcome ? outcome.raised : undefined;
  const evidence = {
    sent,
    error: raised?.definition.name,
    param: raised?.param,
    data: raised?.data,
  };
  if (hidden !== undefined) {
    if (raised && JSON.stringify([raised.data, raised.message]).includes(hidden)) {
      throw new Violation("an error quotes a value that is sensitive", evidence);
    }
  } else if (expects === null) {
    if (raised || !sameJson(before as Json, (outcome as { head: Head }).head as Json)) {
      throw new Violation("an unknown param is not ignored", evidence);
    }
  } else if (raised?.definition.name !== expects || !samePath(raised.param, param)) {
    const place = showPath(param);
    throw new Violation(`a request should be refused with ${expects} of ${place}`, evidence);
  }
}

function samePath(a: Path | undefined, b: Path): boolean {
  return a !== undefined && a.join(".") === b.join(".");
}

function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const name of path) found = (found as Record<string, WireValue> | null | undefined)?.[name];
  return found;
}
