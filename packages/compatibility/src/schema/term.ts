import { canonical, type Json } from "./json.js";

/**
 * A schema, stored once: two schemas that say the same in the same words are one term, whichever
 * document they come from.
 */
export interface Term {
  readonly id: number;
  readonly body: Body;
}

/** What a term says; a reference only where schemas refer to themselves. */
export type Body = boolean | Reference | Keywords;

/** A schema that is reached from within itself. */
export interface Reference {
  readonly ref: string;
}

/** The keywords of JSON Schema 2020-12 that say something about a value, but for what can be said by others. */
export interface Keywords {
  /** A set of types, as bits. */
  readonly types?: number;
  readonly enum?: readonly Json[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  readonly prefixItems?: readonly Term[];
  readonly items?: Term;
  readonly contains?: Term;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly unevaluatedItems?: Term;
  readonly properties?: ReadonlyMap<string, Term>;
  readonly patternProperties?: ReadonlyMap<string, Term>;
  readonly additionalProperties?: Term;
  readonly unevaluatedProperties?: Term;
  readonly propertyNames?: Term;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly allOf?: readonly Term[];
  readonly anyOf?: readonly Term[];
  readonly oneOf?: readonly Term[];
  readonly not?: Term;
  /** What absence means: no constraint, but a promise. */
  readonly default?: Json;
  readonly deprecated?: true;
}

/** Keeps terms, each once. */
export class Terms {
  readonly #known = new Map<string, Term>();
  readonly #targets = new Map<string, Term>();
  readonly always = this.of(true);
  readonly never = this.of(false);

  /** The term that says this. */
  of(body: Body): Term {
    const said = typeof body === "object" && !("ref" in body) ? simplified(body) : body;
    const key = keyOf(said);
    const known = this.#known.get(key);
    if (known) return known;
    const term = { id: this.#known.size, body: said };
    this.#known.set(key, term);
    return term;
  }

  /** Says what a reference stands for. */
  define(ref: string, target: Term): void {
    this.#targets.set(ref, target);
  }

  /** What a term says, references followed. */
  body(term: Term): boolean | Keywords {
    let body = term.body;
    for (let steps = 0; typeof body === "object" && "ref" in body; steps++) {
      const target = this.#targets.get(body.ref);
      // A reference that leads only to references says nothing.
      if (!target || steps > 100) return true;
      body = target.body;
    }
    return body;
  }

  /** What all of some terms say together. */
  all(parts: readonly Term[]): Term {
    const said = [...new Set(parts)].filter((term) => term !== this.always);
    if (said.includes(this.never)) return this.never;
    const [first, second] = said;
    if (!first) return this.always;
    if (!second) return first;
    return this.of({ allOf: said.sort((one, other) => one.id - other.id) });
  }

  /** What at least one of some terms says. */
  any(parts: readonly Term[]): Term {
    const said = [...new Set(parts)].filter((term) => term !== this.never);
    if (said.includes(this.always)) return this.always;
    const [first, second] = said;
    if (!first) return this.never;
    return second ? this.of({ anyOf: said }) : first;
  }
}

/** Says nothing in two ways, and what needs no words not at all. */
function simplified(keywords: Keywords): Body {
  const said = Object.entries(keywords).filter(([, value]) => value !== undefined);
  if (said.length === 0) return true;
  const [only] = said;
  if (said.length === 1 && only?.[0] === "allOf" && keywords.allOf?.length === 1) {
    return keywords.allOf[0]?.body ?? true;
  }
  return Object.fromEntries(said);
}

function keyOf(body: Body): string {
  if (typeof body === "boolean") return String(body);
  if ("ref" in body) return `ref ${body.ref}`;
  return Object.entries(body)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${keyOfValue(value, name)}`)
    .join(";");
}

function keyOfValue(value: unknown, name: string): string {
  if (name === "default" || name === "enum") return canonical(value as Json);
  if (value instanceof Map) {
    const members = [...value].sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([key, term]) => `${JSON.stringify(key)}:${term.id}`).join()}}`;
  }
  if (isTerm(value)) return `#${value.id}`;
  if (Array.isArray(value) && value.every(isTerm)) {
    const ids = value.map(({ id }) => id);
    // Where the order means nothing, it is not kept.
    return (name === "prefixItems" ? ids : ids.sort((one, other) => one - other)).join("|");
  }
  return JSON.stringify(value);
}

function isTerm(value: unknown): value is Term {
  return typeof value === "object" && value !== null && "body" in value && "id" in value;
}
