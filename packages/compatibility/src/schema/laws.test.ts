import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareSchemas } from "./compare.js";
import type { Json } from "./json.js";

type Schema = { [keyword: string]: Json };

const scalar: fc.Arbitrary<Schema> = fc.oneof(
  fc.record({
    type: fc.constant("integer"),
    minimum: fc.integer({ min: 0, max: 5 }),
    maximum: fc.integer({ min: 6, max: 20 }),
  }),
  fc.record({ type: fc.constant("string"), maxLength: fc.integer({ min: 1, max: 9 }) }),
  fc.constant({ type: ["string", "null"] }),
  fc.constant({ type: "boolean" }),
  fc.record({ enum: fc.uniqueArray(fc.constantFrom("a", "b", "c", 1, 2), { minLength: 1 }) }),
);

const { schema } = fc.letrec<{ schema: Schema; object: Schema; list: Schema }>((tie) => ({
  schema: fc.oneof({ maxDepth: 3, depthIdentifier: "s" }, scalar, tie("object"), tie("list")),
  object: fc
    .tuple(
      fc.dictionary(fc.constantFrom("a", "b", "c"), tie("schema"), { maxKeys: 3 }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([properties, isRequired, isClosed]) => ({
      type: "object",
      properties,
      required: isRequired ? Object.keys(properties) : [],
      additionalProperties: !isClosed,
    })),
  list: tie("schema").map((items) => ({ type: "array", items, maxItems: 4 })),
}));

const runs = { numRuns: 60 };

test("a schema is equal to itself", () => {
  fc.assert(
    fc.property(schema, (one) => {
      expect(compareSchemas(one, JSON.parse(JSON.stringify(one)))).toMatchObject({
        relation: "equal",
        differences: [],
      });
    }),
    runs,
  );
});

/** Schemas that say the same in other words. */
const refactors: readonly ((one: Schema) => {
  readonly schema: Schema;
  readonly resolve?: (ref: string) => Json;
})[] = [
  (one) => ({ schema: { allOf: [one] } }),
  (one) => ({ schema: { allOf: [one, {}], description: "The same." } }),
  (one) => ({ schema: { anyOf: [one, one] } }),
  (one) => ({ schema: { $ref: "#/it" }, resolve: () => one }),
  (one) => ({ schema: Object.fromEntries(Object.entries(one).reverse()) }),
  (one) => ({ schema: { not: { not: one } } }),
  (one) => ({
    schema: {
      allOf: Object.entries(one)
        .filter(([word]) => word !== "properties" && word !== "additionalProperties")
        .map(([word, said]) => ({ [word]: said }))
        .concat(
          one.type === "object"
            ? [
                {
                  properties: one.properties ?? {},
                  additionalProperties: one.additionalProperties ?? true,
                },
              ]
            : [],
        ),
    },
  }),
];

test("a schema in other words is equal", () => {
  fc.assert(
    fc.property(schema, fc.nat({ max: refactors.length - 1 }), (one, at) => {
      const other = refactors[at]?.(one);
      const found = compareSchemas(
        one,
        other?.schema,
        other?.resolve && { resolveNew: other.resolve },
      );
      expect(found.relation).toBe("equal");
    }),
    runs,
  );
});

const ajv = new Ajv2020();
const values: readonly Json[] = [
  null,
  true,
  0,
  5,
  6,
  9,
  2,
  "",
  "a",
  "ab",
  {},
  [],
  { a: 6 },
  { a: "a", b: "a" },
  [6],
  ["a"],
];

test("a schema that rules out one value more is never equal, and never wider", () => {
  fc.assert(
    fc.property(schema, fc.constantFrom(...values), (one, value) => {
      fc.pre(ajv.validate(one, value));
      const narrower = { allOf: [one], not: { const: value } };
      expect(compareSchemas(one, narrower)).toMatchObject({ relation: "narrower" });
      expect(compareSchemas(narrower, one)).toMatchObject({ relation: "wider" });
    }),
    runs,
  );
});

test("what is shown is valid on one side, and on that side only", () => {
  fc.assert(
    fc.property(schema, schema, (one, other) => {
      for (const { witness, proven } of compareSchemas(one, other).differences) {
        if (!witness || proven !== "witness") continue;
        expect(ajv.validate(one, witness.value)).toBe(witness.holds === "old");
        expect(ajv.validate(other, witness.value)).toBe(witness.holds === "new");
      }
    }),
    runs,
  );
});

test("schemas that are called equal take the same values", () => {
  fc.assert(
    fc.property(schema, schema, fc.constantFrom(...values), (one, other, value) => {
      const both = { allOf: [one, other] };
      if (compareSchemas(one, both).relation !== "equal") return;
      expect(ajv.validate(both, value)).toBe(ajv.validate(one, value));
    }),
    { numRuns: 200 },
  );
});
