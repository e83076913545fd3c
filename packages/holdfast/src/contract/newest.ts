import { checkNames, checksUntil } from "../definition/checks.js";
import type { ErrorDefinition } from "../definition/error.js";
import { literalKind } from "../definition/kinds/scalars.js";
import { stringKind } from "../definition/kinds/text.js";
import type { MethodDefinition } from "../definition/method.js";
import { headShape, type ObjectShape } from "../definition/shape.js";
import { type Fields, typeOf } from "../definition/type.js";
import type { Contract, ErrorShape, MethodShape, ResourceShape } from "./contract.js";
import type { Definitions } from "./definitions.js";
import { newestEvent } from "./event-shape.js";
import { withListPlaces } from "./list-styles.js";
import { placedName } from "./owner.js";
import { withoutRemovedArms } from "./removed-arms.js";

const nothing: ObjectShape = headShape({}, []);

/** The newest contract: head less everything that only a gate, or nobody, sees. */
export function newestContract(definitions: Definitions): Contract {
  const resources = new Map<string, ResourceShape>(
    [...definitions.resources, definitions.lists].map((definition) => [
      definition.name,
      {
        definition,
        shape: definition.arms
          ? nothing
          : withListPlaces(newestShape(definition.fields), definition.name),
      },
    ]),
  );
  for (const [name, resource] of [...resources]) placeWithin(name, resource, resources);
  const methods = new Map<string, MethodShape>(
    definitions.methods.map((definition) => [
      definition.name,
      {
        definition,
        name: definition.name,
        exists: definition.until === undefined,
        needs: undefined,
        verb: definition.verb,
        path: definition.path,
        status: definition.status,
        params: newestShape(callersParams(definition)),
        returns: definition.returns.withPlace?.(definition.name) ?? definition.returns,
        keys: definition.keys,
        lifted: checksUntil(definition),
        order: checkNames(definition),
        outcomes: [],
        presets: presetsOf(definition),
      },
    ]),
  );
  const errors = new Map<string, ErrorShape>(
    definitions.errors.map((definition) => [
      definition.name,
      {
        definition,
        status: definition.status,
        shape: newestShape(errorFields(definition)),
        answersAs: undefined,
      },
    ]),
  );
  return {
    gates: [],
    resources,
    methods,
    errors,
    headers: new Map(
      definitions.headers.map((definition) => [
        definition.name,
        {
          definition,
          name: definition.until === undefined ? definition.name : null,
          steps: [],
        },
      ]),
    ),
    events: new Map(
      definitions.events.map((definition) => [definition.type, newestEvent(definition)]),
    ),
    lists: { envelope: definitions.lists.name, places: new Map() },
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

function newestShape(fields: Fields): ObjectShape {
  return withoutRemovedArms(headShape(fields, []));
}

/** Head's params, less what callers of a dispatched method cannot say. */
function callersParams({ params, dispatch }: MethodDefinition): Fields {
  if (!dispatch) return params;
  return Object.fromEntries(
    Object.entries(params).filter(([name]) => !Object.hasOwn(dispatch.fixed, name)),
  );
}

/** What is said for them. */
function presetsOf({ dispatch }: MethodDefinition): MethodShape["presets"] {
  return new Map(
    Object.entries(dispatch?.fixed ?? {}).map(([name, value]) => [
      name,
      { target: [name], value, isSaid: true, via: [] },
    ]),
  );
}

/** Gives the places of a resource that differ from all others a shape of their own. */
function placeWithin(
  owner: string,
  { definition, shape }: ResourceShape,
  resources: Map<string, ResourceShape>,
): void {
  const fields = new Map(shape.fields);
  for (const [name, field] of fields) {
    const { kind } = field.info;
    const embedded = resources.get(kind.resource ?? "");
    if (!kind.untilHere || !kind.withResource || !embedded) continue;
    const place = placedName(embedded.definition.name, owner, name);
    const here = withDormant(embedded.shape, kind.untilHere);
    resources.set(place, { ...embedded, shape: here, place: { owner, way: name } });
    fields.set(name, { ...field, info: { ...field.info, kind: kind.withResource(place) } });
  }
  resources.set(owner, { definition, shape: { ...shape, fields } });
}

function withDormant(shape: ObjectShape, until: Readonly<Record<string, string>>): ObjectShape {
  const fields = new Map(shape.fields);
  const dormant = new Map(shape.dormant);
  for (const [name, gate] of Object.entries(until)) {
    const field = fields.get(name);
    if (!field) continue;
    fields.delete(name);
    dormant.set(name, { ...field, info: { ...field.info, until: gate } });
  }
  return { ...shape, fields, dormant };
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
