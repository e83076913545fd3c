import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffText } from "./diff-text.js";
import { diffJson } from "./json-diff.js";

const charge = {
  id: "ch_1",
  amount: 2000,
  card: { brand: "Visa", country: "US", last4: "4242" },
  paid: true,
  refunded: false,
};

describe("diffJson", () => {
  it("says nothing where nothing differs", () => {
    expect(diffJson(charge, { ...charge })).toEqual([]);
    expect(diffJson(undefined, undefined)).toEqual([]);
  });

  it("shows what differs, what it stands in, and that there is more", () => {
    const after = { ...charge, card: { ...charge.card, brand: "visa" } };
    expect(diffText(diffJson(charge, after))).toBe(
      [
        "  {",
        "    …",
        '    "card": {',
        '-     "brand": "Visa",',
        '+     "brand": "visa",',
        "      …",
        "    },",
        "    …",
        "  }",
      ].join("\n"),
    );
  });

  it("shows a renamed object by its name, not by its members", () => {
    const { card, ...rest } = charge;
    const { id, amount, ...last } = rest;
    expect(diffText(diffJson(charge, { id, amount, source: card, ...last }))).toBe(
      [
        "  {",
        "    …",
        '-   "card": {',
        '+   "source": {',
        "      …",
        "    },",
        "    …",
        "  }",
      ].join("\n"),
    );
  });

  it("shows a value that is only there on one side", () => {
    expect(diffText(diffJson(undefined, { id: "ch_1" }))).toBe('+ {\n+   "id": "ch_1"\n+ }');
  });

  it("shows what a list is wrapped in, not what it holds", () => {
    expect(diffText(diffJson([charge], { object: "list", data: [charge] }))).toBe(
      ["- [", "+ {", '+   "object": "list",', '+   "data": [', "      …", "    ]", "+ }"].join(
        "\n",
      ),
    );
  });

  it("keeps brackets of what does not differ out of it", () => {
    const one = { a: { b: { k: 1 }, c: [] }, d: [], e: { f: { x: 1 }, g: 2 } };
    const other = { ...one, d: { object: "list", data: [] } };
    expect(diffText(diffJson(one, other))).toBe(
      [
        "  {",
        "    …",
        '-   "d": [],',
        '+   "d": {',
        '+     "object": "list",',
        '+     "data": []',
        "+   },",
        "    …",
        "  }",
      ].join("\n"),
    );
  });

  it("shows only what is looked at, in what it stands in", () => {
    const after = { id: "ch_2", amount: 2000, card: { brand: "Visa", last4: "1" }, paid: 1 };
    const shown = (...paths: string[]) => diffText(diffJson(charge, after, paths)).split("\n");
    expect(shown("card.country")).toEqual([
      "  {",
      "    …",
      '    "card": {',
      '      "brand": "Visa",',
      '-     "country": "US",',
      "      …",
      "    },",
      "    …",
      "  }",
    ]);
    expect(shown("refunded").filter((line) => /^[+-]/.test(line))).toEqual([
      '-   "refunded": false',
    ]);
    expect(shown("card").filter((line) => /^[+-]/.test(line))).toHaveLength(3);
    expect(diffJson(charge, after, ["amount", "car"])).toEqual([]);
    expect(diffJson(charge, after, [])).toEqual([]);
  });

  it("finds its way through lists, and knows names with dots and odd letters", () => {
    const [before, after] = ["a", "b"].map((x) => ({ 'data"{.x': [{ k: [x] }, { j: x }], y: x }));
    const marks = diffJson(before, after, ['data"{.x.k']).filter(({ mark }) => mark === "added");
    expect(marks).toEqual([{ mark: "added", text: '"b"', depth: 4 }]);
  });

  it("shows every line that differs within all that it stands in", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        const lines = diffJson(before as never, after as never);
        expect(lines.length > 0).toBe(JSON.stringify(before) !== JSON.stringify(after));
        const isWrapped = Array.isArray(before) !== Array.isArray(after);
        // What a list holds stands where the newer side has it.
        for (const other of isWrapped ? ["removed"] : ["added", "removed"]) {
          const side = lines.filter(({ mark }) => mark !== other);
          for (const [index, line] of side.entries()) {
            const parent = side.slice(0, index).findLast(({ depth }) => depth < line.depth);
            expect((parent?.depth ?? -1) + 1).toBe(line.depth);
          }
        }
      }),
    );
  });
});
