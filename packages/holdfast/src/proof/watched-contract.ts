import { CompiledContract } from "../compile/compiled-contract.js";
import { CompiledResources } from "../compile/scope-compiler.js";
import type { Contract } from "../contract/contract.js";
import type { Json, Render } from "../definition/kind.js";

/** A resource as it was rendered, wherever it stood. */
export interface Rendered {
  readonly resource: string;
  readonly json: Json;
}

/** A contract's functions, which tell of every resource that they render. */
export class WatchedContract extends CompiledContract {
  readonly seen: Rendered[];

  constructor(contract: Contract, lists: string, interprets: boolean) {
    const watched = new WatchedResources(contract, lists, interprets);
    super(contract, lists, interprets, watched);
    this.seen = watched.seen;
  }
}

class WatchedResources extends CompiledResources {
  readonly seen: Rendered[] = [];
  readonly #watched = new Map<string, Render>();

  override render(name: string): Render {
    const known = this.#watched.get(name);
    if (known) return known;
    const render = super.render(name);
    const { definition, forms } = this.get(name);
    // What was several resources is told of by the shape that it has.
    const isUnion = definition.arms !== undefined;
    const formOf = forms && this.formOf(this.get(name));
    const watched: Render = (value, scope, call, expand) => {
      const json = render(value, scope, call, expand);
      if (!isUnion && formOf?.(value) === undefined) this.seen.push({ resource: name, json });
      return json;
    };
    this.#watched.set(name, watched);
    return watched;
  }
}
