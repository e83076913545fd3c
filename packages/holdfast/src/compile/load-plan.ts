import type { Expansion, Site } from "../definition/kind.js";
import { readView } from "../definition/view.js";
import { type CompiledResources, recordAccess, ScopeCompiler } from "./scope-compiler.js";

/** What must be loaded for records of a resource before they can be rendered. */
export interface LoadPlan {
  /** Head fields with a batch loader. */
  readonly batches: readonly string[];
  readonly sites: readonly Site[];
}

/** Plans the loading for a resource's records at a contract, with some paths expanded. */
export function planLoads(
  resources: CompiledResources,
  name: string,
  expand: Expansion | undefined,
): LoadPlan {
  const resource = resources.get(name);
  const compiler = new ScopeCompiler(resources, recordAccess(resource));
  const used = compiler.headFields(resource.shape, expand);
  return {
    batches: [...used].filter(
      (field) => resource.definition.getters.get(readView(field).field)?.how === "batch",
    ),
    sites: compiler.objectSites(resource.shape, (record, _call, each) => each(record), expand),
  };
}
