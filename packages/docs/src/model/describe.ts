import type { Api } from "holdfast";
import type { Contract } from "holdfast/contract";
import { errorsAnswered } from "../compare/answered-errors.js";
import { reachableResources } from "../compare/reachable.js";
import type { ErrorDoc, EventDoc, MethodDoc, NavigationGroup, ResourceDoc } from "./docs.js";
import { errorDoc } from "./error.js";
import { eventDoc } from "./event.js";
import { methodDoc } from "./method.js";
import { navigationOf, returnedBy } from "./navigation.js";
import { OwnGates } from "./own-gates.js";
import type { SubjectRef, VersionRef } from "./refs.js";
import { resourceDoc } from "./resource.js";
import { type Lives, type Mode, Scope, type ScopeTools } from "./scope.js";
import { versionsOf } from "./versions.js";

/** How many versions are kept, and how many docs of each. */
const KEPT = 16;
const KEPT_DOCS = 64;

/** An API as its versions have it. */
export class Describer {
  readonly #api: Api;
  readonly #tools: ScopeTools;
  readonly #described = new Map<string, Described>();
  #everShown: ReadonlySet<string> | undefined;

  constructor(api: Api, lifelines: Lives) {
    this.#api = api;
    this.#tools = { api, lives: lifelines, gates: new OwnGates(api) };
  }

  /**
   * The API at a version, by its name or a draft's; `released` leaves out what came to it without a
   * gate after its release. Throws a RangeError for a version that is not known.
   */
  at(version: string, mode: Mode = "served"): Described {
    const key = `${mode} ${version}`;
    const known = this.#described.get(key);
    if (known) return known;
    const contract = this.#api.timeline.at(version);
    const found = this.#api.timeline.find(version);
    const ref = versionsOf(this.#api).find(({ name }) => name === found?.name);
    if (!contract || !ref) throw new RangeError(`there is no version ${version}`);
    const scope = new Scope(this.#tools, ref, contract, mode);
    const made = new Described(scope, this.#resourcesOf(contract));
    return keep(this.#described, key, made, KEPT);
  }

  /** The resources that callers may be shown, and those that nobody ever was, in the API's order. */
  #resourcesOf(contract: Contract): readonly string[] {
    const { timeline, definitions } = this.#api;
    this.#everShown ??= new Set(
      [...timeline.versions, ...timeline.drafts].flatMap(({ name }) => [
        ...reachableResources(timeline.at(name) ?? timeline.head),
      ]),
    );
    const shown = reachableResources(contract);
    return [...definitions.resources, definitions.lists]
      .map(({ name }) => name)
      .filter((name) => shown.has(name) || !this.#everShown?.has(name));
  }
}

/** An API as one version has it. Names are today's; each doc is made when it is asked for, and kept. */
export class Described {
  readonly version: VersionRef;
  readonly contract: Contract;
  readonly methods: readonly string[];
  readonly resources: readonly string[];
  readonly events: readonly string[];
  readonly errors: readonly string[];
  readonly #scope: Scope;
  readonly #docs = new Map<string, unknown>();

  constructor(scope: Scope, resources: readonly string[]) {
    this.version = scope.version;
    this.contract = scope.contract;
    this.#scope = scope;
    const shown = (on: SubjectRef["on"], names: Iterable<string>) =>
      [...names].filter((name) => scope.shows({ on, name }));
    const { methods, events } = scope.contract;
    const existing = [...methods].flatMap(([name, { exists }]) => (exists ? name : []));
    this.methods = shown("method", existing);
    this.resources = shown("resource", resources);
    this.events = shown("event", events.keys()).filter((name) => this.event(name) !== undefined);
    this.errors = shown("error", errorsAnswered(scope.contract));
  }

  /** Resources, each with the methods that are about it. */
  get navigation(): readonly NavigationGroup[] {
    return this.#kept("navigation", () => {
      const methods = this.methods.flatMap((name) => this.contract.methods.get(name) ?? []);
      return navigationOf(methods, this.resources, this.#scope);
    });
  }

  method(name: string): MethodDoc | undefined {
    const method = this.contract.methods.get(name);
    if (!method || !this.#scope.shows({ on: "method", name })) return undefined;
    return this.#kept(`method ${name}`, () => methodDoc(method, this.#scope));
  }

  resource(name: string): ResourceDoc | undefined {
    const resource = this.contract.resources.get(name);
    if (!resource || !this.resources.includes(name)) return undefined;
    return this.#kept(`resource ${name}`, () =>
      resourceDoc(name, resource, this.#about(name), this.#scope),
    );
  }

  event(name: string): EventDoc | undefined {
    const event = this.contract.events.get(name);
    return event && this.#kept(`event ${name}`, () => eventDoc(event, this.#scope));
  }

  error(name: string): ErrorDoc | undefined {
    const error = this.contract.errors.get(name);
    if (!error || !this.errors.includes(name)) return undefined;
    return this.#kept(`error ${name}`, () => errorDoc(error, this.#scope));
  }

  #about(resource: string): Pick<ResourceDoc, "methods" | "events"> {
    const { methods, events } = this.contract;
    return {
      methods: this.methods
        .filter((name) => returnedBy(methods.get(name)?.returns ?? NONE) === resource)
        .map((name) => ({ on: "method", name })),
      events: this.events
        .filter((name) => events.get(name)?.definition.object.name === resource)
        .map((name) => ({ on: "event", name })),
    };
  }

  #kept<T>(key: string, make: () => T): T {
    const known = this.#docs.get(key) as T | undefined;
    return known ?? keep(this.#docs, key, make(), KEPT_DOCS);
  }
}

/** Keeps something; what was kept first goes where there is too much. */
function keep<V, W extends V>(kept: Map<string, V>, key: string, made: W, most: number): W {
  const [oldest] = kept.keys();
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}

const NONE = { name: "nothing", label: "nothing" };
