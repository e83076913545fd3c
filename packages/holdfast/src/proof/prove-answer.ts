import { baseName } from "../compile/scope-compiler.js";
import type { ErrorShape, MethodShape } from "../contract/contract.js";
import { type JsonSchema, schemaOf } from "../definition/json-schema.js";
import type { Expansion, Json, Render } from "../definition/kind.js";
import { sampleOf } from "../definition/sampler.js";
import { headShape, type ObjectShape } from "../definition/shape.js";
import type { Asked } from "./answer-schema.js";
import type { Choices } from "./choices.js";
import type { ContractView, Rendered, WatchedResources } from "./contract-view.js";
import { frozen } from "./frozen.js";
import { HeadSampler } from "./head-sampler.js";
import { shapeKey } from "./shape-key.js";
import { Violation } from "./tools.js";
import type { Unit } from "./unit.js";

/** Deep enough for a resource within a page within a resource. */
const DEEP = 2;

/** What all answers of a contract depend on beside their fields. */
function wireKey(view: ContractView): string {
  const { nulls, lists } = view.contract.wire;
  return `${nulls} ${lists}`;
}

/** The names of events, where a shape shows any. */
function eventsKey(view: ContractView, { fields }: ObjectShape): string {
  const shows = [...fields.values()].some(({ info }) => info.kind.name.startsWith("event_"));
  if (!shows) return "";
  return JSON.stringify([...view.contract.events.values()].map(({ name }) => name));
}

/** A resource's own fields, from made-up records; what stands in it is as simple as can be. */
export function answerUnit(view: ContractView, name: string): Unit | undefined {
  const resource = view.contract.resources.get(name);
  const { definitions } = view.world;
  if (!resource || resource.definition.arms || name === definitions.lists.name) return undefined;
  const shape = shapeKey(resource.shape);
  return {
    key: `answer ${baseName(name)} ${wireKey(view)} ${shape} ${eventsKey(view, resource.shape)}`,
    subject: `${name.replace(/.*@/, "")} (answer)`,
    rounds: 24,
    searched: true,
    at: (other) => answerUnit(other, name),
    check(choices) {
      const asked = ask(choices);
      const sampler = samplerOf(view, choices, 0);
      const record = sampler.record(name);
      const expand = asked.expanded ? expandAll(resource.shape) : undefined;
      answer(view, sampler, record, asked, expand, (resources) => resources.render(name));
    },
  };
}

/** What a method returns, all the way down. `reach` is the key of all that can stand in it. */
export function returnsUnit(view: ContractView, method: MethodShape, reach: string): Unit {
  return {
    key: `returns ${wireKey(view)} ${reach}`,
    subject: `${method.definition.name} (answer)`,
    rounds: 4,
    searched: false,
    at: (other) => {
      const there = other.contract.methods.get(method.definition.name);
      return there && returnsUnit(other, there, "");
    },
    check(choices) {
      const asked = { secret: true, expanded: false };
      const sampler = samplerOf(view, choices, DEEP);
      const value = sampleOf(method.definition.returns, sampler);
      const schema = schemaOf(method.returns, view.scope(asked));
      answer(
        view,
        sampler,
        value,
        asked,
        undefined,
        (resources) => method.returns.renderer?.(resources.plain) ?? (() => null),
        schema,
      );
    },
  };
}

/** An error's body. */
export function errorUnit(view: ContractView, error: ErrorShape): Unit {
  const shape = shapeKey(error.shape);
  const { definition } = error;
  const fields = headShape(definition.fields, []);
  return {
    key: `error ${definition.name} ${error.status} ${wireKey(view)} ${shape}`,
    subject: `${definition.name} (error)`,
    rounds: 12,
    searched: false,
    at: (other) => {
      const there = other.contract.errors.get(definition.name);
      return there && errorUnit(other, there);
    },
    check(choices) {
      const asked = { secret: true, expanded: false };
      const sampler = samplerOf(view, choices, 1);
      const param = sampler.choose([{}, { param: "card[number]" }]);
      const data = sampler.object(fields);
      const record = frozen({ ...data, message: definition.message, ...param });
      const schema = view.scope(asked).object(error.shape);
      answer(
        view,
        sampler,
        record,
        asked,
        undefined,
        (resources) => resources.plain.object(error.shape),
        schema,
      );
    },
  };
}

function samplerOf(view: ContractView, choices: Choices, depth: number): HeadSampler {
  const { contract, world } = view;
  return new HeadSampler(choices, { contract, depth, ...world });
}

function ask(choices: Choices): Asked {
  return {
    secret: choices.pick(2, "secret") === 0,
    expanded: choices.pick(2, "expanded") === 1,
  };
}

/** Names everything at the top of a shape in `expand`, and in the hashes below it. */
function expandAll(shape: ObjectShape): Expansion {
  return Object.fromEntries(
    [...shape.fields.values()].map(({ name, info }) => [
      name,
      info.kind.shape ? expandAll(info.kind.shape) : {},
    ]),
  );
}

/** Renders a made-up value in every way, and throws a Violation where an answer is not as it must be. */
function answer(
  view: ContractView,
  sampler: HeadSampler,
  value: unknown,
  asked: Asked,
  expand: Expansion | undefined,
  rendererOf: (resources: WatchedResources) => Render,
  schema?: JsonSchema,
): void {
  const call = sampler.call(asked.secret);
  const render = (resources: WatchedResources): Json =>
    rendererOf(resources.with(sampler.reading))(value, value, call, expand);
  const json = render(view.compiled);
  const text = JSON.stringify(json);
  const evidence = { record: value, ...asked, answer: json };
  judgeAll(view, asked, view.compiled.seen, schema === undefined, evidence);
  if (schema) tellWrong(view.world.tools.judge(schema), JSON.parse(text), evidence);
  if (JSON.stringify(render(view.compiled)) !== text) {
    throw new Violation("the same record is answered differently the second time", evidence);
  }
  const interpreted = render(view.interpreted);
  if (JSON.stringify(interpreted) !== text) {
    throw new Violation("compiled and interpreted answers differ", { ...evidence, interpreted });
  }
}

/**
 * The resource that was asked for; or, where something else was, each resource that stands in it.
 */
function judgeAll(
  view: ContractView,
  asked: Asked,
  seen: readonly Rendered[],
  isResource: boolean,
  evidence: Readonly<Record<string, unknown>>,
): void {
  for (const { resource, json } of isResource ? seen.slice(-1) : seen) {
    const judge = view.judge(resource, asked);
    tellWrong(judge, JSON.parse(JSON.stringify(json)), { ...evidence, resource });
  }
}

function tellWrong(
  judge: (value: unknown) => true | string,
  value: unknown,
  evidence: Readonly<Record<string, unknown>>,
): void {
  const verdict = judge(value);
  if (verdict !== true) throw new Violation(`the answer breaks its schema: ${verdict}`, evidence);
}
