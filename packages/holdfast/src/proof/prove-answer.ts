import { readExpansion } from "../compile/expansion.js";
import { baseName } from "../compile/scope-compiler.js";
import type { MethodShape, WirePolicy } from "../contract/contract.js";
import { frozen } from "../definition/frozen.js";
import { schemaOf } from "../definition/json-schema.js";
import type { Expansion } from "../definition/kind.js";
import { sampleOf } from "../definition/sampler.js";
import { headShape, type ObjectShape } from "../definition/shape.js";
import { answer, itself } from "./answer.js";
import type { Asked } from "./answer-schema.js";
import type { Choices } from "./choices.js";
import type { ContractView } from "./contract-view.js";
import { eventsOf } from "./event-keys.js";
import { expandablePaths, valuesAt } from "./expandable-paths.js";
import { HeadSampler } from "./head-sampler.js";
import { once } from "./once.js";
import { shapeKey } from "./shape-key.js";
import { valuesOf } from "./stand-ins.js";
import { checkShownSteps } from "./steps-law.js";
import { Violation } from "./tools.js";
import type { Unit } from "./unit.js";

/** Deep enough for a resource within a page within a resource. */
const DEEP = 2;

/** What all answers of a contract depend on beside their fields. */
export function wireKey({ contract: { wire } }: ContractView): string {
  const key = wires.get(wire) ?? JSON.stringify(wire);
  wires.set(wire, key);
  return key;
}

const wires = new WeakMap<WirePolicy, string>();

/** The names of events, where a shape shows any. */
function eventsKey(view: ContractView, { fields }: ObjectShape): string {
  const shows = [...fields.values()].some(({ info }) => info.kind.name.startsWith("event_"));
  if (!shows) return "";
  return eventsOf(view.contract).key;
}

/** A resource's own fields, from made-up records; what stands in it is as simple as can be. */
export function answerUnit(view: ContractView, name: string): Unit | undefined {
  const resource = view.contract.resources.get(name);
  const { definitions } = view.world;
  if (!resource || resource.definition.arms || baseName(name) === definitions.lists.name)
    return undefined;
  const shape = shapeKey(resource.shape);
  return {
    key: `answer ${baseName(name)} ${wireKey(view)} ${shape} ${eventsKey(view, resource.shape)}`,
    subject: `${name.replace(/.*@/, "")} (answer)`,
    rounds: 24,
    searched: true,
    at: (other) => answerUnit(other, name),
    async check(choices) {
      const asked: Asked = {
        secret: choices.pick(2, "secret") === 0,
        expanded: choices.pick(2, "expanded") === 1 ? "yes" : "no",
      };
      const future = choices.pick(4, "future") === 3;
      const sampler = samplerOf(view, choices, 0, future);
      const value = sampler.record(name);
      const expand = asked.expanded === "yes" ? expandAll(resource.shape) : undefined;
      await answer(view, sampler, {
        value,
        asked,
        expand,
        // What nobody knows yet is in no schema: it must only be answered, alike in every way.
        lenient: future,
        sites: () => [
          {
            resource: name,
            holds: "records",
            expand,
            collect: (record, _call, into) => into.push(record),
          },
        ],
        renderer: ({ resources }) => resources.render(name),
      });
      if (!future) checkShownSteps(resource.shape, valuesOf(value));
    },
  };
}

/**
 * What a method returns, all the way down, with some path of it expanded. `reach` is the key of all
 * that can stand in it.
 */
export function returnsUnit(view: ContractView, method: MethodShape, reach: string): Unit {
  const expandable = once(() => [...expandablePaths(view, method.returns)]);
  return {
    key: `returns ${wireKey(view)} ${reach}`,
    subject: `${method.definition.name} (answer)`,
    rounds: 6,
    searched: false,
    at: (other) => {
      const there = other.contract.methods.get(method.definition.name);
      return there && returnsUnit(other, there, "");
    },
    async check(choices) {
      const paths = expandable();
      const { path, isId } = paths[choices.pick(paths.length + 1, "expand") - 1] ?? {};
      const asked: Asked = { secret: true, expanded: path === undefined ? "no" : "perhaps" };
      const sampler = samplerOf(view, choices, DEEP);
      const value = sampleOf(method.returns, sampler);
      const { resources } = view.compiled;
      const asks = path === undefined ? [] : [path.join(".")];
      const expand = readExpansion(asks, method.returns, resources);
      const { json } = await answer(view, sampler, {
        value,
        asked,
        expand,
        schema: schemaOf(method.returns, view.scope(asked)),
        sites: (contract) => contract.returnSites(method, expand),
        renderer: (contract) => contract.returns(method),
      });
      if (path && isId && valuesAt(json, path).some((one) => typeof one === "string")) {
        throw new Violation(`${path.join(".")} is not expanded`, { record: value, answer: json });
      }
    },
  };
}

/** An error's body. */
export function errorUnit(view: ContractView, name: string): readonly Unit[] {
  const error = view.contract.errors.get(name);
  if (!error) return [];
  const shape = shapeKey(error.shape);
  const { definition } = error;
  const fields = headShape(definition.fields, []);
  const unit: Unit = {
    key: `error ${definition.name} ${error.status} ${wireKey(view)} ${shape}`,
    subject: `${name} (error)`,
    rounds: 12,
    searched: false,
    at: (other) => errorUnit(other, name)[0],
    async check(choices) {
      const asked: Asked = { secret: choices.pick(2, "secret") === 0, expanded: "no" };
      const sampler = samplerOf(view, choices, 1);
      const param = sampler.choose([{}, { param: "card[number]" }]);
      const data = sampler.object(fields);
      await answer(view, sampler, {
        value: frozen({ ...data, message: definition.message, ...param }),
        asked,
        expand: undefined,
        schema: view.scope(asked).object(error.shape),
        sites: ({ resources }) => resources.plain.objectSites(error.shape, itself, undefined),
        renderer: ({ resources }) => resources.plain.object(error.shape),
      });
    },
  };
  return [unit];
}

/** Makes up records for a contract, as deep as that. */
export function samplerOf(
  view: ContractView,
  choices: Choices,
  depth: number,
  future = false,
): HeadSampler {
  const { contract, world } = view;
  const { eventNames } = view.compiled.resources;
  return new HeadSampler(choices, { contract, depth, future, eventNames, ...world });
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
