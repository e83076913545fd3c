import type { CompiledContract } from "../compile/compiled-contract.js";
import { baseName, type CompiledResources } from "../compile/scope-compiler.js";
import { armsOfUnion } from "../contract/arms.js";
import type { Expansion, RenderCall, Site } from "../definition/kind.js";
import type { LoadContext, ResourceDefinition } from "../definition/resource.js";
import { readView } from "../definition/view.js";

/** How many levels of records may stand in each other. */
const DEEPEST = 16;

type Batches = Map<string, Map<unknown, unknown>>;

/** What was loaded for one answer. */
class Loaded implements RenderCall {
  readonly secret: boolean;
  readonly records = new Map<string, Map<string, unknown>>();
  readonly batches: Batches = new Map();

  constructor(secret: boolean) {
    this.secret = secret;
  }

  loaded(resource: string, id: string): unknown {
    return this.records.get(baseName(resource))?.get(id);
  }

  batched(resource: string, field: string, record: unknown): unknown {
    return this.batches.get(`${resource}.${field}`)?.get(record);
  }
}

interface Group {
  readonly resource: string;
  readonly expand: Expansion | undefined;
  readonly records: unknown[];
}

/** Loads level by level: one query a level for each kind of thing, never one a record. */
export async function loadFor(
  roots: readonly unknown[],
  sites: readonly Site[],
  contract: CompiledContract,
  context: LoadContext,
  secret: boolean,
): Promise<RenderCall> {
  const loaded = new Loaded(secret);
  let groups = await follow([{ records: roots, sites }], contract, context, loaded);
  for (let depth = 0; groups.length > 0; depth++) {
    if (depth > DEEPEST) throw new TypeError("records stand in each other without end");
    const planned = groups
      .flatMap((group) => byShape(group, contract.resources))
      .map(({ resource, expand, records }) => ({
        records,
        definition: contract.resources.get(resource).definition,
        ...contract.plan(resource, expand),
      }));
    await runBatches(planned, context, loaded);
    groups = await follow(planned, contract, context, loaded);
  }
  return loaded;
}

/** The records of a union, or of what was several resources, sorted by what each is. */
function byShape(group: Group, resources: CompiledResources): Group[] {
  const resource = resources.get(group.resource);
  const { armOf } = resource.definition;
  const formOf = resources.formOf(resource);
  if (!armOf && !formOf) return [group];
  const arms = armsOfUnion(resource);
  const groups = new Map<string, Group>();
  for (const record of group.records) {
    const key = armOf ? arms.get(armOf(record as never)) : (formOf?.(record) ?? group.resource);
    if (key === undefined) continue;
    const one = groups.get(key) ?? { resource: key, expand: group.expand, records: [] };
    one.records.push(record);
    groups.set(key, one);
  }
  return [...groups.values()].flatMap((one) =>
    one.resource === group.resource ? [one] : byShape(one, resources),
  );
}

interface Planned {
  readonly definition: ResourceDefinition;
  readonly records: readonly unknown[];
  readonly batches: readonly string[];
}

/** Runs each batch loader once for all records of a level, wherever they stand. */
async function runBatches(
  planned: readonly Planned[],
  context: LoadContext,
  loaded: Loaded,
): Promise<void> {
  const wanted = new Map<string, { definition: ResourceDefinition; records: Set<unknown> }>();
  for (const { definition, records, batches } of planned) {
    for (const field of batches) {
      const key = `${definition.name}.${field}`;
      const want = wanted.get(key) ?? { definition, records: new Set() };
      for (const record of records) want.records.add(record);
      wanted.set(key, want);
    }
  }
  for (const [key, { definition, records }] of wanted) {
    const known = loaded.batches.get(key) ?? new Map<unknown, unknown>();
    loaded.batches.set(key, known);
    const missing = [...records].filter((record) => !known.has(record));
    const { field, where } = readView(key.slice(definition.name.length + 1));
    const getter = definition.getters.get(field);
    if (missing.length === 0 || getter?.how !== "batch") continue;
    const values = await getter.load(missing as never[], context, where);
    if (values.length !== missing.length) {
      const [given, wanted] = [values.length, missing.length];
      throw new TypeError(`the batch of ${key} gave ${given} values for ${wanted} records`);
    }
    for (const [index, record] of missing.entries()) known.set(record, values[index]);
  }
}

interface From {
  readonly records: readonly unknown[];
  readonly sites: readonly Site[];
}

/** Collects what stands at the sites, loads what is known by id only, and groups the records. */
async function follow(
  from: readonly From[],
  contract: CompiledContract,
  context: LoadContext,
  loaded: Loaded,
): Promise<Group[]> {
  const found = from.flatMap(({ records, sites }) =>
    sites.map((site) => {
      const values: unknown[] = [];
      for (const record of records) site.collect(record, loaded, values);
      return { site, values };
    }),
  );
  const ids = new Map<string, Set<string>>();
  for (const { site, values } of found) {
    if (site.holds !== "ids") continue;
    const name = baseName(site.resource);
    ids.set(name, new Set([...(ids.get(name) ?? []), ...(values as string[])]));
  }
  for (const [name, wanted] of ids) await loadIds(name, wanted, contract, context, loaded);
  return found.flatMap(({ site: { resource, holds, expand }, values }) => {
    const known = loaded.records.get(baseName(resource));
    const records =
      holds === "records"
        ? values
        : [...new Set(values as string[])].flatMap((id) => (known?.has(id) ? [known.get(id)] : []));
    return records.length === 0 ? [] : [{ resource, expand, records }];
  });
}

async function loadIds(
  resource: string,
  ids: ReadonlySet<string>,
  contract: CompiledContract,
  context: LoadContext,
  loaded: Loaded,
): Promise<void> {
  const known = loaded.records.get(resource) ?? new Map<string, unknown>();
  loaded.records.set(resource, known);
  const missing = [...ids].filter((id) => !known.has(id));
  const { loadMany } = contract.resources.get(resource).definition;
  if (missing.length === 0 || !loadMany) return;
  for (const [id, record] of await loadMany(missing, context)) known.set(id, record);
}
