import { armsOfUnion } from "../contract/arms.js";
import type { Contract, HeaderShape, MethodShape } from "../contract/contract.js";
import type { Definitions } from "../contract/definitions.js";
import { type EventShape, typesOfEvent } from "../contract/event-shape.js";
import type { Kind } from "../definition/kind.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { aspectsOf, fieldAspects, methodAspects } from "./aspects.js";
import type {
  Floor,
  FloorEvent,
  FloorField,
  FloorMethod,
  FloorObject,
  FloorResource,
} from "./floor.js";
import { type PlainObject, plain, sortedEntries } from "./plain.js";
import { resourcesIn, type TypeMade, typeOfKind } from "./type-of.js";

/** What stands behind the fields of floors that were made from contracts. */
const traces = new WeakMap<FloorField, ShapeField>();

/** What was made of the shapes that contracts share. */
interface Made {
  readonly objects: WeakMap<ObjectShape, FloorObject>;
  readonly methods: WeakMap<MethodShape, FloorMethod>;
}

/** Contracts that write lists alike share what was made, but for what hangs on the whole contract. */
const known = new Map<string, Made>();

function madeFor({ lists, wire }: Contract): Made {
  const places = [...lists.places].map(([key, { envelope }]) => [key, envelope]);
  const alike = JSON.stringify([wire.lists, lists.envelope, places]);
  const made = known.get(alike) ?? { objects: new WeakMap(), methods: new WeakMap() };
  known.set(alike, made);
  return made;
}

/** The field of a contract that a field of its floor was made from. */
export function behind(field: FloorField): ShapeField | undefined {
  return traces.get(field);
}

/** Makes the objects of one contract's floor. */
class Shapes {
  readonly #contract: Contract;
  readonly #known: Made;

  constructor(contract: Contract) {
    this.#contract = contract;
    this.#known = madeFor(contract);
  }

  /** The type of a kind's values, and whether it hangs on the whole contract. */
  type(kind: Kind): TypeMade {
    return typeOfKind(kind, this.#contract, (shape) => this.#made(shape));
  }

  object(shape: ObjectShape): FloorObject {
    return this.#made(shape).value;
  }

  #made(shape: ObjectShape): { readonly value: FloorObject; readonly ofContract: boolean } {
    const known = this.#known.objects.get(shape);
    if (known) return { value: known, ofContract: false };
    let ofContract = false;
    const fieldOf = (field: ShapeField): FloorField => {
      const type = this.type(field.info.kind);
      ofContract ||= type.ofContract;
      const floorField: FloorField = {
        kind: field.info.kind.name,
        type: type.type,
        ...aspectsOf(field, fieldAspects),
      };
      traces.set(floorField, field);
      return floorField;
    };
    const value: FloorObject = {
      ...(shape.unknownKeys !== undefined && { unknownKeys: shape.unknownKeys }),
      fields: sorted([...shape.fields], fieldOf),
    };
    if (!ofContract) this.#known.objects.set(shape, value);
    return { value, ofContract };
  }

  method(method: MethodShape): FloorMethod {
    const known = this.#known.methods.get(method);
    if (known) return known;
    const params = this.#made(method.params);
    const returns = this.type(method.returns);
    const value: FloorMethod = {
      route: `${method.verb} ${method.path}`,
      params: params.value,
      returns: returns.type,
      ...aspectsOf(method, methodAspects),
    };
    if (!params.ofContract && !returns.ofContract) this.#known.methods.set(method, value);
    return value;
  }
}

/** Everything that callers at a contract can notice. */
export function floorOf(contract: Contract, definitions: Definitions): Floor {
  const shapes = new Shapes(contract);
  const methods = sorted(
    [...contract.methods.values()]
      .filter(({ exists }) => exists)
      .map((method) => [method.name, method]),
    (method) => shapes.method(method),
  );
  const errors = sorted(
    [...contract.errors].filter(([, { answersAs }]) => answersAs === undefined),
    ({ status, shape }) => ({ status, body: shapes.object(shape) }),
  );
  const resources = sorted(
    [...contract.resources],
    (resource): FloorResource => ({
      ...shapes.object(resource.shape),
      ...(resource.definition.arms && { arms: Object.fromEntries(armsOfUnion(resource)) }),
    }),
  );
  const lists = definitions.lists.name;
  const events = eventsOf([...contract.events.values()]);
  const wire = plain(contract.wire) as PlainObject;
  return within({ methods, resources, errors, events, headers: headersOf(contract), wire, lists });
}

/** The headers by the names that callers see, with the methods that send them. */
function headersOf({ headers, methods }: Contract): Record<string, readonly string[]> {
  const senders = ({ definition }: HeaderShape): string[] =>
    [...methods.values()]
      .filter((method) => method.exists && method.definition.headers.includes(definition))
      .map(({ name }) => name)
      .sort();
  const sent = [...headers.values()].flatMap((header): [string, HeaderShape][] =>
    header.name === null ? [] : [[header.name, header]],
  );
  return sorted(sent, senders);
}

function sorted<V, W>(entries: readonly [string, V][], make: (value: V) => W): Record<string, W> {
  return Object.fromEntries(
    sortedEntries(Object.fromEntries(entries)).map(([name, value]) => [name, make(value)]),
  );
}

/** The events by every name that callers may see for them. */
function eventsOf(events: readonly EventShape[]): Record<string, FloorEvent> {
  const objects = new Map<string, Set<string>>();
  for (const event of events) {
    for (const name of typesOfEvent(event)) {
      const known = objects.get(name) ?? new Set();
      objects.set(name, known.add(event.definition.object.name));
    }
  }
  return sorted([...objects], (names) => ({ objects: [...names].sort() }));
}

/** The floor without resources that nobody can be shown. */
function within(floor: Floor): Floor {
  const { resources, lists } = floor;
  const inObject = ({ fields }: FloorObject): string[] =>
    Object.values(fields).flatMap(({ type }) => inType(type));
  const inType = (type: FloorField["type"]): string[] => resourcesIn(type, lists);
  const reached = new Set([
    ...Object.values(floor.methods).flatMap(({ returns }) => inType(returns)),
    ...Object.values(floor.errors).flatMap(({ body }) => inObject(body)),
    ...Object.values(floor.events).flatMap(({ objects }) => objects),
  ]);
  for (const name of reached) {
    const resource = resources[name];
    if (!resource) continue;
    for (const one of [...inObject(resource), ...Object.values(resource.arms ?? {})]) {
      reached.add(one);
    }
  }
  return {
    ...floor,
    resources: Object.fromEntries(Object.entries(resources).filter(([name]) => reached.has(name))),
  };
}
