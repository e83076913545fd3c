import type { JsonSchema } from "../definition/json-schema.js";

/** Keywords whose values are lists of schemas. */
const CHOICES = new Set(["anyOf", "allOf", "oneOf"]);

/**
 * Takes out of schemas what they have in common: the schema of a member, or of a list's items, is
 * told once, under a key, and referred to. Shapes of many versions differ in few members, so that
 * most of what judges them is made once.
 */
export class SharedParts {
  readonly #keys = new Map<string, string>();
  readonly #tell: (schema: JsonSchema, key: string) => void;

  /** `tell` is given each part once, before anything refers to it. */
  constructor(tell: (schema: JsonSchema, key: string) => void) {
    this.#tell = tell;
  }

  /** The same schema, whose parts are references. */
  within(schema: JsonSchema): JsonSchema {
    return Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) => [keyword, this.#shared(keyword, value)]),
    );
  }

  #shared(keyword: string, value: unknown): unknown {
    if (keyword === "items") return this.#part(value as JsonSchema);
    if (CHOICES.has(keyword)) return (value as JsonSchema[]).map((one) => this.within(one));
    if (keyword !== "properties") return value;
    const members = Object.entries(value as Readonly<Record<string, JsonSchema>>);
    return Object.fromEntries(members.map(([name, one]) => [name, this.#part(one)]));
  }

  #part(schema: JsonSchema): JsonSchema {
    const text = JSON.stringify(schema);
    const known = this.#keys.get(text);
    if (known !== undefined) return { $ref: known };
    const key = `part-${this.#keys.size}`;
    this.#keys.set(text, key);
    this.#tell(this.within(schema), key);
    return { $ref: key };
  }
}
