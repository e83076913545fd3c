import { discriminated, mappedOnly } from "./discriminator.js";
import { isList, isObject, type Json, type JsonObject, member } from "./json.js";
import { readScalars } from "./read-scalars.js";
import type { RefClasses } from "./ref-classes.js";
import { refOf, SchemaError, type Source, shown } from "./source.js";
import type { Keywords, Term, Terms } from "./term.js";
import { types } from "./types.js";

/** Reads the schemas of one source into terms: 3.0 as 2020-12, references followed, and no word twice. */
export class SchemaReader {
  readonly #terms: Terms;
  readonly #classes: RefClasses;
  readonly #source: Source;
  readonly #refs: Map<string, Term>;
  readonly #whole = new WeakMap<object, Term>();
  readonly #waiting: { readonly name: string; readonly target: unknown }[] = [];

  constructor(terms: Terms, classes: RefClasses, source: Source, refs: Map<string, Term>) {
    this.#terms = terms;
    this.#classes = classes;
    this.#source = source;
    this.#refs = refs;
  }

  /**
   * Reads a schema, and everything that it refers to.
   * @throws SchemaError if it is not one
   */
  readWhole(schema: unknown): Term {
    const term = this.read(schema);
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      this.#terms.define(next.name, this.read(next.target));
    }
    return term;
  }

  /** Reads a schema; what is reached from within itself is left for later. */
  read(schema: unknown): Term {
    if (schema === undefined || schema === true) return this.#terms.always;
    if (schema === false) return this.#terms.never;
    if (!isObject(schema)) {
      throw new SchemaError(`A schema is an object or a boolean, and not ${shown(schema)}.`);
    }
    const known = this.#whole.get(schema);
    if (known) return known;
    const term = this.#readObject(schema);
    this.#whole.set(schema, term);
    return term;
  }

  #readObject(schema: JsonObject): Term {
    const ref = refOf(schema);
    if (ref === undefined) return this.#readKeywords(schema);
    const target = this.#follow(ref);
    if (this.#source.dialect === "openapi-3.0") return target;
    const { $ref: _ref, $dynamicRef: _dynamic, ...others } = schema;
    const beside = this.#readKeywords(others);
    return beside === this.#terms.always ? target : this.#terms.all([target, beside]);
  }

  #follow(ref: string): Term {
    const target = this.#source.resolve(ref);
    if (target === undefined) throw new SchemaError(`Nothing stands at ${ref}.`);
    const { name, recursive } = this.#classes.of(this.#source, ref);
    const known = this.#refs.get(name);
    if (known) return known;
    if (!recursive) {
      const term = this.read(target);
      this.#refs.set(name, term);
      return term;
    }
    const term = this.#terms.of({ ref: name });
    this.#refs.set(name, term);
    this.#waiting.push({ name, target });
    return term;
  }

  #readKeywords(schema: JsonObject): Term {
    const terms = this.#terms;
    const scalars = readScalars(schema, this.#source.dialect);
    const own = terms.of({
      ...scalars,
      ...this.#readObjectWords(schema),
      ...this.#readArrayWords(schema),
    });
    const not = member(schema, "not");
    const parts = [
      own,
      ...this.#list(schema, "allOf"),
      ...(not === undefined ? [] : [this.not(this.read(not))]),
      ...this.#readUnions(schema),
      ...this.#readConditions(schema),
    ];
    const all = this.#closed(schema, terms.all(parts));
    // A nullable schema takes null whatever else it says.
    const takesNull = this.#source.dialect === "openapi-3.0" && schema.nullable === true;
    if (!takesNull || parts.every((part) => part === own || part === terms.always)) return all;
    return terms.any([all, terms.of({ types: types.null })]);
  }

  /** What is said of everything that nothing beside it has told. */
  #closed(schema: JsonObject, told: Term): Term {
    const words = defined({
      unevaluatedProperties: this.#word(schema, "unevaluatedProperties"),
      unevaluatedItems: this.#word(schema, "unevaluatedItems"),
    });
    if (Object.keys(words).length === 0) return told;
    return this.#terms.of(told === this.#terms.always ? words : { allOf: [told], ...words });
  }

  /** What a word's schema says; undefined if that is nothing. */
  #word(schema: JsonObject, name: string): Term | undefined {
    const read = this.read(member(schema, name));
    return read === this.#terms.always ? undefined : read;
  }

  #readUnions(schema: JsonObject): readonly Term[] {
    const terms = this.#terms;
    const discriminator = member(schema, "discriminator");
    const unions: Term[] = [];
    if (isObject(discriminator) && !isList(schema.anyOf) && !isList(schema.oneOf)) {
      unions.push(mappedOnly(terms, discriminator, schema, this.#source));
    }
    for (const word of ["anyOf", "oneOf"] as const) {
      const raw = member(schema, word);
      if (!isList(raw)) continue;
      const arms = this.#list(schema, word);
      const told = isObject(discriminator)
        ? discriminated(terms, discriminator, raw, arms, this.#source)
        : arms;
      if (word === "anyOf" || told.length < 2) unions.push(terms.any(told));
      else unions.push(terms.of({ oneOf: told }));
    }
    return unions;
  }

  #readConditions(schema: JsonObject): readonly Term[] {
    const terms = this.#terms;
    const parts: Term[] = [];
    const condition = member(schema, "if");
    if (condition !== undefined) {
      const met = this.read(condition);
      const then = this.read(member(schema, "then"));
      const otherwise = this.read(member(schema, "else"));
      parts.push(terms.any([terms.all([met, then]), terms.all([this.not(met), otherwise])]));
    }
    for (const [name, needs] of entriesOf(member(schema, "dependentRequired"))) {
      if (isList(needs))
        parts.push(this.#whenPresent(name, terms.of({ required: strings(needs) })));
    }
    for (const [name, needs] of entriesOf(member(schema, "dependentSchemas"))) {
      parts.push(this.#whenPresent(name, this.read(needs)));
    }
    return parts.filter((part) => part !== terms.always);
  }

  #whenPresent(name: string, then: Term): Term {
    const terms = this.#terms;
    const absent = terms.of({ properties: new Map([[name, terms.never]]) });
    const present = terms.of({ required: [name] });
    return terms.any([absent, terms.all([present, then])]);
  }

  /** What a term does not say. */
  not(term: Term): Term {
    const { body } = term;
    if (typeof body === "boolean") return body ? this.#terms.never : this.#terms.always;
    if (!("ref" in body) && body.not && Object.keys(body).length === 1) return body.not;
    return this.#terms.of({ not: term });
  }

  #readObjectWords(schema: JsonObject): Keywords {
    const hidden = new Set<string>();
    const properties = new Map<string, Term>();
    for (const [name, property] of entriesOf(member(schema, "properties"))) {
      if (this.#isHidden(property)) hidden.add(name);
      else properties.set(name, this.read(property));
    }
    const patterns = new Map(
      entriesOf(member(schema, "patternProperties")).map(([name, one]) => [name, this.read(one)]),
    );
    const required = strings(member(schema, "required")).filter((name) => !hidden.has(name));
    return defined({
      properties: properties.size > 0 ? properties : undefined,
      patternProperties: patterns.size > 0 ? patterns : undefined,
      additionalProperties: this.#word(schema, "additionalProperties"),
      propertyNames: this.#word(schema, "propertyNames"),
      required: required.length > 0 ? [...new Set(required)].sort() : undefined,
    });
  }

  /** Whether a property does not stand in what is sent, or in what is received. */
  #isHidden(property: Json): boolean {
    const { mode } = this.#source;
    if (!mode) return false;
    const word = mode === "sent" ? "readOnly" : "writeOnly";
    let found: unknown = property;
    for (let steps = 0; steps < 20 && isObject(found); steps++) {
      if (found[word] === true) return true;
      const parts: readonly unknown[] = isList(found.allOf) ? found.allOf : [];
      if (parts.some((part) => isObject(part) && part[word] === true)) return true;
      const ref = refOf(found) ?? (parts.length === 1 ? refOf(parts[0]) : undefined);
      found = ref === undefined ? undefined : this.#source.resolve(ref);
    }
    return false;
  }

  #readArrayWords(schema: JsonObject): Keywords {
    const terms = this.#terms;
    const items = member(schema, "items");
    const contains = member(schema, "contains");
    const rest = this.read(isList(items) ? member(schema, "additionalItems") : items);
    const prefix = (isList(items) ? items : this.#raw(schema, "prefixItems")).map((one) =>
      this.read(one),
    );
    return defined({
      prefixItems: prefix.length > 0 ? prefix : undefined,
      items: rest === terms.always ? undefined : rest,
      contains: contains === undefined ? undefined : this.read(contains),
    });
  }

  #list(schema: JsonObject, word: string): readonly Term[] {
    return this.#raw(schema, word).map((part) => this.read(part));
  }

  #raw(schema: JsonObject, word: string): readonly Json[] {
    const list = member(schema, word);
    return isList(list) ? list : [];
  }
}

function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function strings(value: Json | undefined): readonly string[] {
  return isList(value) ? value.filter((one) => typeof one === "string") : [];
}

/** An object without the members that are undefined. */
function defined(
  keywords: { readonly [Name in keyof Keywords]: Keywords[Name] | undefined },
): Keywords {
  return Object.fromEntries(
    Object.entries(keywords).filter(([, value]) => value !== undefined),
  ) as Keywords;
}
