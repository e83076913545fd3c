import { createHash } from "node:crypto";
import type { OpenApiDocument } from "@holdfast/docs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Json } from "holdfast";
import { at } from "./documents.fixture.js";

/** Schemas of one description, by what they and all that they lead to say. */
type Digests = ReadonlyMap<string, string>;

const REF = /"#\/components\/schemas\/([^"]+)"/g;

/**
 * Judges values by the schemas of descriptions. Versions have most of their schemas in common: each
 * is compiled once, and a value is judged by it once.
 */
export class Judge {
  /** How many values were to be judged. */
  asked = 0;
  readonly #verdicts = new Map<string, string | undefined>();
  readonly #known = new Set<string>();
  readonly #ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    validateFormats: false,
    addUsedSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  });

  /** @param unlisted fields that are answered but not told */
  within(document: OpenApiDocument, unlisted: readonly string[]) {
    const digests = this.#learn(document, unlisted);
    return {
      has: (way: readonly string[]): boolean => at(document, ...way) !== undefined,
      of: (way: readonly string[], value: Json): string | undefined => {
        this.asked += 1;
        const schema = at(document, ...way);
        if (schema === undefined) return "there is no schema";
        const text = addressed(JSON.stringify(closed(schema, unlisted)), digests);
        return this.#judge(text, JSON.stringify(value));
      },
    };
  }

  #learn({ components }: OpenApiDocument, unlisted: readonly string[]): Digests {
    const texts = new Map(
      Object.entries(components.schemas ?? {}).map(([name, schema]) => [
        name,
        JSON.stringify(closed(schema, unlisted)),
      ]),
    );
    const digests = new Map([...texts.keys()].map((name) => [name, digestOf(name, texts)]));
    for (const [name, text] of texts) {
      const digest = digests.get(name) ?? "";
      if (this.#known.has(digest)) continue;
      this.#known.add(digest);
      this.#ajv.addSchema(JSON.parse(addressed(text, digests)), digest);
    }
    return digests;
  }

  #judge(schema: string, value: string): string | undefined {
    const asked = `${schema}\n${value}`;
    if (this.#verdicts.has(asked)) return this.#verdicts.get(asked);
    const key = createHash("sha1").update(schema).digest("hex");
    const validate =
      this.#ajv.getSchema(key) ?? this.#ajv.addSchema(JSON.parse(schema), key).getSchema(key);
    const fits = validate?.(JSON.parse(value));
    const errors = validate?.errors?.map(
      ({ instancePath, message }) => `${instancePath} ${message}`,
    );
    const verdict = fits === true ? undefined : (errors ?? []).join(", ");
    this.#verdicts.set(asked, verdict);
    return verdict;
  }
}

/** A digest of a schema and of all that it leads to. */
function digestOf(name: string, texts: ReadonlyMap<string, string>): string {
  const reached = new Set([name]);
  for (const one of reached) {
    for (const [, next = ""] of (texts.get(one) ?? "").matchAll(REF)) reached.add(next);
  }
  const hash = createHash("sha1").update(name);
  for (const one of [...reached].sort()) hash.update(`\n${one} ${texts.get(one)}`);
  return hash.digest("hex");
}

/** A schema that refers to others by their digests. */
function addressed(text: string, digests: Digests): string {
  return text.replace(REF, (_all, name: string) => JSON.stringify(digests.get(name)));
}

/** Schemas whose objects may hold nothing that they do not tell, and what is not listed. */
function closed(part: unknown, unlisted: readonly string[]): unknown {
  if (Array.isArray(part)) return part.map((one) => closed(one, unlisted));
  if (typeof part !== "object" || part === null) return part;
  const inner = Object.fromEntries(
    Object.entries(part).map(([name, one]) => [name, closed(one, unlisted)]),
  );
  if (inner.type !== "object" || !("properties" in inner)) return inner;
  const more = Object.fromEntries(unlisted.map((name) => [name, true]));
  return {
    ...inner,
    properties: { ...more, ...(inner.properties as object) },
    additionalProperties: false,
  };
}
