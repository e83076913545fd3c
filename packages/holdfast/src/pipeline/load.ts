import type { CompiledContract } from "../compile/compiled-contract.js";
import { baseName } from "../compile/scope-compiler.js";
import type { Expansion, RenderCall, Site } from "../definition/kind.js";
import type { LoadContext, ResourceDefinition } from "../definition/resource.js";

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
  let groups = await follow(roots, sites, contract, context, loaded);
  for (let depth = 0; groups.length > 0; depth++) {
    if (depth > DEEPEST) throw new TypeError("records stand in each other without end");
    const next: Group[] = [];
    for (const group of groups.flatMap((one) => byArm(one, contract))) {
      const plan = contract.plan(group.resource, group.expand);
      const { definition } = contract.resources.get(group.resource);
      for (const field of plan.batches) {
        await runBatch(definition, field, group.records, context, loaded);
      }
      next.push(...(await follow(group.records, plan.sites, contract, context, loaded)));
    }
    groups = next;
  }
  return loaded;
}

/** The records of a union, sorted by what each is. */
function byArm(group: Group, contract: CompiledContract): Group[] {
  const { arms, armOf } = contract.resources.get(group.resource).definition;
  if (!arms || !armOf) return [group];
  const groups = new Map<string, Group>();
  for (const record of group.records) {
    const resource = arms.get(armOf(record as never))?.name;
    if (resource === undefined) continue;
    const one = groups.get(resource) ?? { resource, expand: group.expand, records: [] };
    one.records.push(record);
    groups.set(resource, one);
  }
  return [...groups.values()];
}

async function runBatch(
  definition: ResourceDefinition,
  field: string,
  records: readonly unknown[],
  context: LoadContext,
  loaded: Loaded,
): Promise<void> {
  const key = `${definition.name}.${field}`;
  const known = loaded.batches.get(key) ?? new Map<unknown, unknown>();
  loaded.batches.set(key, known);
  const missing = records.filter((record) => !known.has(record));
  const getter = definition.getters.get(field);
  if (missing.length === 0 || getter?.how !== "batch") return;
  const values = await getter.load(missing as never[], context);
  for (const [index, record] of missing.entries()) known.set(record, values[index]);
}

/** Collects what stands at the sites, loads what is known by id only, and groups the records. */
async function follow(
  from: readonly unknown[],
  sites: readonly Site[],
  contract: CompiledContract,
  context: LoadContext,
  loaded: Loaded,
): Promise<Group[]> {
  const groups: Group[] = [];
  for (const site of sites) {
    const values: unknown[] = [];
    for (const record of from) site.collect(record, loaded, values);
    if (values.length === 0) continue;
    const records =
      site.holds === "records"
        ? values
        : await loadIds(site.resource, new Set(values as string[]), contract, context, loaded);
    groups.push({ resource: site.resource, expand: site.expand, records });
  }
  return groups;
}

async function loadIds(
  resource: string,
  ids: ReadonlySet<string>,
  contract: CompiledContract,
  context: LoadContext,
  loaded: Loaded,
): Promise<unknown[]> {
  const name = baseName(resource);
  const known = loaded.records.get(name) ?? new Map<string, unknown>();
  loaded.records.set(name, known);
  const missing = [...ids].filter((id) => !known.has(id));
  const loadMany = contract.resources.get(resource).definition.loadMany;
  if (missing.length > 0 && loadMany) {
    for (const [id, record] of await loadMany(missing, context)) known.set(id, record);
  }
  return [...ids].flatMap((id) => (known.has(id) ? [known.get(id)] : []));
}
