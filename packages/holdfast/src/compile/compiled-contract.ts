import type { Contract, ErrorShape, MethodShape } from "../contract/contract.js";
import type { Expansion, Render, Site } from "../definition/kind.js";
import { mayGenerateCode } from "./emit-object.js";
import { compileFill, type Fill } from "./fill-params.js";
import { compileHidden, type IsHidden } from "./hidden.js";
import { type LoadPlan, planLoads } from "./load-plan.js";
import { type QuickReader, quickReader } from "./quick-reader.js";
import { compileReadInto, type ReadInto } from "./read-params.js";
import { CompiledResources } from "./scope-compiler.js";

/** The functions of one contract. Each is made when it is first needed, and kept. */
export class CompiledContract {
  readonly contract: Contract;
  readonly resources: CompiledResources;
  readonly #readers = new Map<string, ReadInto>();
  readonly #quickReaders = new Map<string, QuickReader | null>();
  readonly #fillers = new Map<string, Fill>();
  readonly #hidden = new Map<string, IsHidden | null>();
  readonly #returns = new Map<string, Render>();
  readonly #errors = new Map<ErrorShape, Render>();
  readonly #returnSites = new Map<string, readonly Site[]>();
  readonly #errorSites = new Map<ErrorShape, readonly Site[]>();
  readonly #plans = new Map<string, LoadPlan>();

  constructor(
    contract: Contract,
    lists: string,
    interprets: boolean = !mayGenerateCode,
    resources: CompiledResources = new CompiledResources(contract, lists, interprets),
  ) {
    this.contract = contract;
    this.resources = resources;
  }

  /** Reads a method's params into head's. */
  reader(method: MethodShape): ReadInto {
    return kept(this.#readers, method.definition.name, () =>
      compileReadInto(method.params, this.resources.plain, this.contract.wire.unknownParams),
    );
  }

  /** Reads a method's usual requests in one run; undefined where there is no such way. */
  quickReader(method: MethodShape): QuickReader | undefined {
    const { plain, interprets } = this.resources;
    const make = () =>
      interprets ? null : (quickReader(method, plain, this.contract.wire.unknownParams) ?? null);
    return kept(this.#quickReaders, method.definition.name, make) ?? undefined;
  }

  /** What the contract says of a method's params where its callers do not; changes them in place. */
  filler(method: MethodShape): Fill {
    return kept(this.#fillers, method.definition.name, () =>
      compileFill(method, this.resources.plain),
    );
  }

  /** Tells records of what the contract does not have; undefined where it hides nothing. */
  hidden(method: MethodShape): IsHidden | undefined {
    const make = () => compileHidden(method, this.resources) ?? null;
    return kept(this.#hidden, method.definition.name, make) ?? undefined;
  }

  /** Renders what a method returns. */
  returns(method: MethodShape): Render {
    return kept(
      this.#returns,
      method.definition.name,
      () => method.returns.renderer?.(this.resources.plain) ?? (() => null),
    );
  }

  /** What must be loaded for what a method returns. */
  returnSites(method: MethodShape, expand: Expansion | undefined): readonly Site[] {
    const itself = (value: unknown, _call: unknown, each: (value: unknown) => void) => each(value);
    const make = () => method.returns.sites?.(this.resources.plain, itself, expand) ?? [];
    return expand ? make() : kept(this.#returnSites, method.definition.name, make);
  }

  /** Renders an error's body. */
  error(error: ErrorShape): Render {
    return kept(this.#errors, error, () => this.resources.plain.object(error.shape));
  }

  /** What must be loaded for an error's body. */
  errorSites(error: ErrorShape): readonly Site[] {
    const itself = (value: unknown, _call: unknown, each: (value: unknown) => void) => each(value);
    return kept(this.#errorSites, error, () =>
      this.resources.plain.objectSites(error.shape, itself, undefined),
    );
  }

  /** The load plan of a resource; those without expansion are kept. */
  plan(resource: string, expand: Expansion | undefined): LoadPlan {
    if (expand && Object.keys(expand).length > 0)
      return planLoads(this.resources, resource, expand);
    return kept(this.#plans, resource, () => planLoads(this.resources, resource, undefined));
  }
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
