import type { ErrorDefinition } from "../definition/error.js";
import { literalKind } from "../definition/kinds/scalars.js";
import { stringKind } from "../definition/kinds/text.js";
import { headShape, type ObjectShape } from "../definition/shape.js";
import { type Fields, typeOf } from "../definition/type.js";
import type { Contract, ErrorShape, MethodShape, ResourceShape } from "./contract.js";
import type { Definitions } from "./definitions.js";

const nothing: ObjectShape = headShape({}, []);

/** The newest contract: head less everything that only a gate, or nobody, sees. */
export function newestContract(definitions: Definitions): Contract {
  const resources = new Map<string, ResourceShape>(
    [...definitions.resources, definitions.lists].map((definition) => [
      definition.name,
      { definition, shape: definition.arms ? nothing : headShape(definition.fields, []) },
    ]),
  );
  const methods = new Map<string, MethodShape>(
    definitions.methods.map((definition) => [
      definition.name,
      {
        definition,
        exists: definition.until === undefined,
        verb: definition.verb,
        path: definition.path,
        params: headShape(definition.params, []),
        returns: definition.returns,
        keys: definition.keys,
        lifted: [],
      },
    ]),
  );
  const errors = new Map<string, ErrorShape>(
    definitions.errors.map((definition) => [
      definition.name,
      { definition, status: definition.status, shape: headShape(errorFields(definition), []) },
    ]),
  );
  return {
    gates: [],
    resources,
    methods,
    errors,
    events: new Map(
      definitions.events.map((definition) => [
        definition.type,
        { definition, name: { type: definition.type } },
      ]),
    ),
    wire: {
      nulls: "rendered",
      unknownParams: "refused",
      lists: "envelope",
      diffHashes: "nested",
      diffLists: "whole",
      mismatchedKeys: "refused",
    },
  };
}

/** Every field of an error's body: its own, and those that all errors have. */
function errorFields(definition: ErrorDefinition): Fields {
  return {
    type: typeOf(literalKind(definition.type)).describe("The broad kind of error."),
    ...(definition.code !== null && {
      code: typeOf(literalKind(definition.code)).describe("Why, for programs."),
    }),
    ...definition.fields,
    message: typeOf(stringKind()).describe("Why, for people."),
    param: typeOf(stringKind()).optional().describe("The param that the error is about."),
  };
}
