import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newestContract } from "../contract/newest.js";
import type { RenderCall } from "../definition/kind.js";
import { resource } from "../definition/resource.js";
import { t } from "../definition/t.js";
import type { AnyType, Fields } from "../definition/type.js";
import { defaultList } from "../pipeline/default-list.js";
import { CompiledResources } from "./scope-compiler.js";

const names = fc.oneof(
  fc.string({ minLength: 1, maxLength: 6, unit: "grapheme" }),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "`$`{1}`",
    '"];x',
    "a\u2028b",
    "\\",
    "hasOwnProperty",
  ),
);

/** A field's type with a value that it may have. */
interface Sample {
  readonly type: AnyType;
  readonly value: unknown;
}

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  fc.string().map((value) => ({ type: t.string(), value })),
  fc.integer().map((value) => ({ type: t.integer(), value })),
  fc.constantFrom(null, "x").map((value) => ({ type: t.string().nullable(), value })),
  fc.constantFrom(undefined, "x").map((value) => ({ type: t.string().optional(), value })),
  fc.string().map((value) => ({ type: t.string().onlyExpanded(), value })),
  fc.string().map((value) => ({ type: t.string().secretOnly(), value })),
  fc.string().map((value) => ({ type: t.literal(value), value: undefined })),
  fc.array(fc.string()).map((value) => ({ type: t.list(t.string()), value })),
);

const sample: fc.Arbitrary<Sample> = fc.letrec<{ any: Sample; object: Sample; list: Sample }>(
  (tie) => ({
    any: fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, tie("object"), tie("list")),
    object: fc.dictionary(names, tie("any"), { maxKeys: 5, noNullPrototype: true }).map(together),
    list: fc.dictionary(names, leaf, { maxKeys: 4, noNullPrototype: true }).map((inner) => {
      const { type, value } = together(inner);
      return { type: t.list(type), value: [value, value] };
    }),
  }),
).any;

function own(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const object = {};
  for (const [name, value] of entries) {
    Object.defineProperty(object, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

function together(inner: Readonly<Record<string, Sample>>): Sample {
  const entries = Object.entries(inner);
  const fields = own(entries.map(([name, one]) => [name, one.type])) as Fields;
  return {
    type: t.object(fields) as AnyType,
    value: own(entries.map(([name, one]) => [name, one.value])),
  };
}

describe("generated renderers", () => {
  it("give what the interpreter gives, for any shape, name and record", () => {
    const call: Omit<RenderCall, "secret"> = { loaded: () => undefined, batched: () => undefined };
    fc.assert(
      fc.property(
        fc.dictionary(names, sample, { maxKeys: 6, noNullPrototype: true }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom("rendered" as const, "omitted" as const),
        (inner, secret, expands, nulls) => {
          const entries = Object.entries(inner);
          const fields = own(entries.map(([name, one]) => [name, one.type])) as Fields;
          const record = own(entries.map(([name, one]) => [name, one.value]));
          const thing = resource("thing", { description: "A thing.", fields }).from<object>(
            {} as never,
          );
          const newest = newestContract({
            resources: [thing],
            methods: [],
            errors: [],
            events: [],
            headers: [],
            lists: defaultList,
          });
          const contract = { ...newest, wire: { ...newest.wire, nulls } };
          const expand = expands ? own(entries.map(([name]) => [name, {}])) : undefined;
          const [compiled, interpreted] = [false, true].map((interprets) =>
            JSON.stringify(
              new CompiledResources(contract, "list", interprets).render("thing")(
                record,
                record,
                { ...call, secret },
                expand as never,
              ),
            ),
          );
          expect(compiled).toBe(interpreted);
        },
      ),
      { numRuns: 500 },
    );
  });
});
