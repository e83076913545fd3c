import { namesOf, placeOf } from "../compile/read-params.js";
import type { Contract, MethodShape } from "../contract/contract.js";
import { namesOfFields } from "../contract/names-of.js";
import type { Kind } from "../definition/kind.js";
import { routeParams } from "../definition/route-params.js";
import { NoSample, type Sampler, sampleOf } from "../definition/sampler.js";
import type { JoinGroup, ObjectShape, ShapeField } from "../definition/shape.js";
import type { WireObject, WireValue } from "../http/message.js";
import type { Choices } from "./choices.js";
import type { ProofTools } from "./tools.js";

/** One scope of head's params while it is filled: what has two names is given once. */
interface Scope {
  readonly names: ReturnType<typeof namesOf>;
  readonly given: Set<string>;
  /** Names at the top that must be there, and hold a value. */
  readonly needed: ReadonlySet<string>;
  /** Whether params that may only be given together are. */
  readonly groups: Map<JoinGroup, boolean>;
}

/** Makes up the params of a request, as a contract has them. */
export class ParamSampler implements Sampler {
  readonly #choices: Choices;
  readonly #tools: Pick<ProofTools, "matching">;
  readonly #contract: Contract;
  #place = "";

  constructor(choices: Choices, tools: Pick<ProofTools, "matching">, contract: Contract) {
    this.#choices = choices;
    this.#tools = tools;
    this.#contract = contract;
  }

  choose<T>(options: readonly T[]): T {
    const index = options.length < 2 ? 0 : this.#choices.pick(options.length, this.#place);
    return options[index] as T;
  }

  matching(pattern: string): readonly string[] {
    return this.#tools.matching(pattern);
  }

  /** The params of a method; those in its path are always there. */
  request({ params, path }: Pick<MethodShape, "params" | "path">): WireObject {
    const needed = new Set(routeParams(path));
    return this.#members(params, {
      names: namesOf(params),
      given: new Set(),
      needed,
      groups: new Map(),
    });
  }

  object(shape: ObjectShape): WireObject {
    return this.#members(shape, {
      names: namesOf(shape),
      given: new Set(),
      needed: new Set(),
      groups: new Map(),
    });
  }

  #members(shape: ObjectShape, scope: Scope): WireObject {
    const params: Record<string, WireValue> = {};
    for (const field of shape.fields.values()) {
      const before = this.#place;
      this.#place = `${before}.${field.name}`;
      const value = this.#member(field, scope);
      this.#place = before;
      if (value !== undefined) params[field.name] = value;
    }
    return params;
  }

  #member(field: ShapeField, scope: Scope): WireValue | undefined {
    const { kind, nullable } = field.info;
    const key = placeOf(field);
    const group = field.join?.group.missing === "refused" ? field.join.group : undefined;
    const together = group && scope.groups.get(group);
    if (together === false) return undefined;
    if (scope.given.has(key)) return undefined;
    const twins = scope.names.get(key) ?? [];
    const last = twins.at(-1)?.field === field;
    const isNeeded = scope.needed.has(field.name);
    const ways = [
      ...(!isNeeded && together === undefined && (mayBeAbsent(field) || !last) ? ["absent"] : []),
      "given",
      ...(!isNeeded && nullable ? ["null"] : []),
    ];
    const way = this.choose(ways);
    if (group) scope.groups.set(group, way !== "absent");
    if (way === "absent") return undefined;
    scope.given.add(key);
    if (way === "null") return null;
    return kind.sharesScope && kind.shape
      ? this.#members(kind.shape, scope)
      : (sampleOf(kind, this) as WireValue);
  }

  namesOf(resource: string, head: readonly string[]): readonly string[] {
    return [...namesOfFields(this.#contract, resource, head).keys()];
  }

  /** A filter over events. */
  eventType(): string {
    return this.choose(["*", "charge.*", "customer.created"]);
  }

  record = answersOnly;
  id = answersOnly;
  page = answersOnly;
  routeParams = answersOnly;
  eventData = answersOnly;
}

function answersOnly(of?: string | Kind): never {
  throw new NoSample(`${typeof of === "string" ? of : "it"} stands in answers only`);
}

/** Whether a caller may leave a param out. */
export function mayBeAbsent({ info }: ShapeField): boolean {
  return info.optional || info.default !== undefined;
}
