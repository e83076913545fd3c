import type { Contract, ResourceShape } from "../contract/contract.js";
import type { Definitions } from "../contract/definitions.js";
import { frozen } from "../definition/frozen.js";
import type { FieldCondition } from "../definition/kind.js";
import type { Getter, LoadContext, ResourceDefinition } from "../definition/resource.js";
import type { StoodIn } from "./report.js";

type Fields = Readonly<Record<string, unknown>>;

/** What made-up records hold that is no plain property of theirs. */
const behind = new WeakMap<object, Fields>();
/** Which of a union's resources a made-up record is. */
const arms = new WeakMap<object, string>();

/** Where records that are loaded by id come from. */
export interface RecordSource {
  load(resource: string, id: string): unknown;
}

/**
 * Stands in for what the author's code does with records, and for nothing else: functions and
 * batches of `from`, loaders, the choice of a union's arm. So made-up records take the same way
 * through load plans and renderers as real ones.
 */
export class StandIns {
  /** Where records are loaded from now: contracts outlive the records that they render. */
  source: RecordSource | undefined;
  readonly #definitions = new Map<ResourceDefinition, ResourceDefinition>();
  readonly #shapes = new WeakMap<ResourceShape, ResourceShape>();

  /** A contract whose resources take made-up records. */
  within(contract: Contract): Contract {
    const resources = new Map<string, ResourceShape>();
    for (const [name, one] of contract.resources) resources.set(name, this.#shape(one));
    return { ...contract, resources };
  }

  #shape(one: ResourceShape): ResourceShape {
    const made = this.#shapes.get(one) ?? {
      ...one,
      definition: this.#definition(one.definition),
    };
    this.#shapes.set(one, made);
    return made;
  }

  #definition(definition: ResourceDefinition): ResourceDefinition {
    const known = this.#definitions.get(definition);
    if (known) return known;
    const getters = [...definition.getters].map(
      ([field, getter]) => [field, standIn(field, getter)] as const,
    );
    const made: ResourceDefinition = {
      ...definition,
      getters: new Map(getters),
      loadMany: definition.loadMany && (async (ids) => this.#loaded(definition.name, ids)),
      arms:
        definition.arms &&
        new Map([...definition.arms].map(([arm, of]) => [arm, this.#definition(of)])),
      armOf: definition.armOf && ((record: object) => arms.get(record) ?? ""),
    };
    this.#definitions.set(definition, made);
    return made;
  }

  #loaded(resource: string, ids: readonly string[]): ReadonlyMap<string, never> {
    return new Map(ids.map((id) => [id, this.source?.load(resource, id) as never]));
  }
}

/** How much of an API's own code is stood in for. */
export function stoodInFor({ resources }: Definitions): StoodIn {
  const hows = resources.flatMap(({ getters }) => [...getters.values()].map(({ how }) => how));
  return {
    functions: hows.filter((how) => how === "function").length,
    batches: hows.filter((how) => how === "batch").length,
    loaders: resources.filter(({ loadMany }) => loadMany !== undefined).length,
  };
}

function standIn(field: string, getter: Getter): Getter {
  const read = (record: object): unknown => behind.get(record)?.[field];
  if (getter.how === "function") return { how: "function", get: read };
  if (getter.how === "batch") {
    return {
      how: "batch",
      load: async (records: readonly object[], _context: LoadContext, where) =>
        records.map((record) => (where ? partOf(read(record), where) : read(record))),
    };
  }
  return getter;
}

/** What of a made-up page meets all conditions. */
function partOf(page: unknown, where: readonly FieldCondition[]): unknown {
  if (typeof page !== "object" || page === null) return page;
  const { data } = page as { readonly data: readonly object[] };
  const meets = (record: object) =>
    where.every((one) => one.in.includes(valueAt(valuesOf(record), one.field)));
  return recordWith(page, { data: data.filter(meets) });
}

function valueAt(values: unknown, field: string): unknown {
  return field
    .split(".")
    .reduce<unknown>((value, name) => (value as Fields | null | undefined)?.[name], values);
}

/** A record of a resource with these values of its head fields. */
export function recordOf({ getters }: ResourceDefinition, values: Fields): object {
  const properties: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(values)) {
    const how = getters.get(field)?.how ?? "property";
    (how === "property" ? properties : others)[field] = value;
  }
  const record = frozen(properties);
  behind.set(record, frozen(others));
  return record;
}

/** The same record, with some properties more. */
export function recordWith(record: object, more: Fields): object {
  const made = frozen({ ...record, ...more });
  behind.set(made, behind.get(record) ?? {});
  return made;
}

/** Says which of a union's resources a record is. */
export function setArm(record: object, arm: string): void {
  arms.set(record, arm);
}

/** Which of a union's resources a record is; undefined where it is none of a union's. */
export function armOf(record: object): string | undefined {
  return arms.get(record);
}

/** All values of a made-up record, however they are read. */
export function valuesOf(record: object): Fields {
  return { ...record, ...behind.get(record) };
}

/** Whose data is loaded for made-up answers. */
export const nobody = {
  account: { id: "acct_1", pin: null, granted: [], revoked: [] },
  mode: "test",
} as unknown as LoadContext;
