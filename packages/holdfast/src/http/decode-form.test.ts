import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecodeError } from "./decode-error.js";
import { decodeForm } from "./decode-form.js";
import type { WireValue } from "./message.js";

const plain = (value: WireValue): unknown => JSON.parse(JSON.stringify(value));

function failure(text: string): DecodeError {
  try {
    decodeForm(text);
  } catch (error) {
    if (error instanceof DecodeError) return error;
    throw error;
  }
  throw new Error(`decoded: ${text}`);
}

describe("decodeForm", () => {
  it.each<[string, unknown]>([
    ["", {}],
    ["&&", {}],
    ["amount=400&currency=usd", { amount: "400", currency: "usd" }],
    ["description=", { description: "" }],
    ["description", { description: "" }],
    ["a=b=c", { a: "b=c" }],
    ["a=x+y%20z%2B", { a: "x y z+" }],
    ["a+b=1", { "a b": "1" }],
    ["name=J%C3%BCrgen", { name: "Jürgen" }],
    ["name=Jürgen", { name: "Jürgen" }],
    ["card[number]=4242&card[exp_month]=12", { card: { number: "4242", exp_month: "12" } }],
    ["card%5Bnumber%5D=4242", { card: { number: "4242" } }],
    ["card%5bnumber%5d=4242", { card: { number: "4242" } }],
    ["expand[]=customer&expand[]=invoice", { expand: ["customer", "invoice"] }],
    ["expand[0]=customer&expand[1]=invoice", { expand: ["customer", "invoice"] }],
    ["expand[1]=invoice&expand[0]=customer", { expand: ["customer", "invoice"] }],
    ["a[][b]=1&a[][c]=2&a[][b]=3", { a: [{ b: "1", c: "2" }, { b: "3" }] }],
    ["a[][b][c]=1&a[][b][d]=2&a[][b][c]=3", { a: [{ b: { c: "1", d: "2" } }, { b: { c: "3" } }] }],
    ["a[][id]=1&a[][t][]=x&a[][t][]=y&a[][id]=2", { a: [{ id: "1", t: ["x", "y"] }, { id: "2" }] }],
    ["a[][t][][u]=1&a[][t][][u]=2", { a: [{ t: [{ u: "1" }, { u: "2" }] }] }],
    ["a[0][b]=1&a[0][c]=2&a[1][b]=3", { a: [{ b: "1", c: "2" }, { b: "3" }] }],
    ["a[0][0]=1&a[0][1]=2&a[1][0]=3", { a: [["1", "2"], ["3"]] }],
    ["a[][0]=1", { a: [["1"]] }],
    ["a[0][]=1&a[0][]=2", { a: [["1", "2"]] }],
    ["a[0]=1&a[b]=2", { a: { 0: "1", b: "2" } }],
    ["a[00]=1", { a: { "00": "1" } }],
    ["0=a&1=b", { 0: "a", 1: "b" }],
    ["constructor=1&a[prototype]=2", { constructor: "1", a: { prototype: "2" } }],
    ["a=%00", { a: "\0" }],
  ])("%s", (text, expected) => {
    expect(plain(decodeForm(text))).toEqual(expected);
  });

  it("orders a long indexed list by number, not by text", () => {
    const pairs = Array.from({ length: 12 }, (_, index) => `a[${index}]=${index}`).reverse();
    expect(decodeForm(pairs.join("&")).a).toEqual([..."0123456789", "10", "11"]);
  });

  it("gives every object no prototype", () => {
    const params = decodeForm("a[b]=1&c[][d]=2&e[0][f]=3");
    const { a, c, e } = params as { a: object; c: object[]; e: object[] };
    for (const object of [params, a, c[0], e[0]]) expect(Object.getPrototypeOf(object)).toBeNull();
    expect(Object.prototype).not.toHaveProperty("b");
  });

  it.each<[string, string, string | undefined]>([
    ["a=1&a=2", "duplicate_param", "a"],
    ["a=1&a=1", "duplicate_param", "a"],
    ["a[b]=1&a[b]=2", "duplicate_param", "a[b]"],
    ["a[0]=1&a[0]=2", "duplicate_param", "a[0]"],
    ["a=1&a[b]=2", "conflicting_shapes", "a[b]"],
    ["a[b]=2&a=1", "conflicting_shapes", "a"],
    ["a=1&a[]=2", "conflicting_shapes", "a[]"],
    ["a[]=1&a=2", "conflicting_shapes", "a"],
    ["a[]=1&a[b]=2", "conflicting_shapes", "a[b]"],
    ["a[b]=1&a[]=2", "conflicting_shapes", "a[]"],
    ["a[]=1&a[][b]=2", "conflicting_shapes", "a[][b]"],
    ["a[][b]=1&a[]=2", "conflicting_shapes", "a[]"],
    ["a[]=1&a[0]=2", "conflicting_shapes", "a[0]"],
    ["a[][b]=1&a[][b][c]=2", "conflicting_shapes", "a[][b][c]"],
    ["a[][]=x", "list_in_list", "a[][]"],
    ["a=%", "malformed_percent_encoding", "a"],
    ["a=%4", "malformed_percent_encoding", "a"],
    ["a=%zz", "malformed_percent_encoding", "a"],
    ["%zz=a", "malformed_percent_encoding", undefined],
    ["a=%FF", "invalid_utf8", "a"],
    ["a=%C0%AF", "invalid_utf8", "a"],
    ["a=%ED%A0%80", "invalid_utf8", "a"],
    ["%FF=a", "invalid_utf8", undefined],
    ["a=\uD800", "lone_surrogate", undefined],
    ["a[=1", "malformed_key", "a["],
    ["a[b=1", "malformed_key", "a[b"],
    ["a]=1", "malformed_key", "a]"],
    ["a[b]]=1", "malformed_key", "a[b]]"],
    ["a[b]c=1", "malformed_key", "a[b]c"],
    ["a[b[c]]=1", "malformed_key", "a[b[c]]"],
    ["a%5Bb=1", "malformed_key", "a[b"],
    ["[a]=1", "malformed_key", "[a]"],
    ["[]=1", "malformed_key", "[]"],
    ["=1", "malformed_key", ""],
    ["__proto__=1", "forbidden_key", "__proto__"],
    ["a[__proto__]=1", "forbidden_key", "a"],
    ["a[__proto__][b]=1", "forbidden_key", "a"],
    ["a[%5F_proto__][b]=1", "forbidden_key", "a"],
  ])("refuses %s as %s", (text, code, param) => {
    const error = failure(text);
    expect([error.code, error.param]).toEqual([code, param]);
    expect(error.message).not.toMatch(/\{(param|position)\}/);
  });

  it("reads 32 levels and refuses the 33rd", () => {
    const key = (levels: number): string => `a${"[b]".repeat(levels - 1)}`;
    expect(decodeForm(`${key(32)}=1`)).toHaveProperty("a");
    expect(failure(`${key(33)}=1`).code).toBe("nesting_too_deep");
    expect(failure(`${key(200_000)}=1`).code).toBe("nesting_too_deep");
  });

  it("reads 10,000 pairs and refuses one more", () => {
    const list = (count: number): string => Array(count).fill("a[]=1").join("&");
    expect(decodeForm(list(10_000)).a).toHaveLength(10_000);
    expect([failure(list(10_001)).code, failure(list(10_001)).status]).toEqual([
      "too_many_params",
      413,
    ]);
  });

  it("cuts a long key in the error, and never through a character", () => {
    const long = failure(`${"k".repeat(199)}💶💶]=1`);
    expect(long.param).toBe(`${"k".repeat(199)}…`);
    expect(failure("a$&]=1".replace("&", "%26")).message).toContain("`a$&]`");
  });
});

type Tree = string | Tree[] | { [key: string]: Tree };

/** How a client writes lists: by index, by `[]`, or by either with its brackets encoded. */
interface Style {
  readonly segment: (text: string) => string;
  readonly index: (index: number) => string;
}

function encode(tree: Tree, style: Style): string {
  const pairs: string[] = [];
  const walk = (node: Tree, key: string): void => {
    if (typeof node === "string") pairs.push(`${key}=${encodeURIComponent(node)}`);
    else if (Array.isArray(node)) {
      for (const [i, item] of node.entries()) walk(item, key + style.segment(style.index(i)));
    } else {
      for (const [name, child] of Object.entries(node)) {
        walk(child, key === "" ? encodeURIComponent(name) : key + style.segment(name));
      }
    }
  };
  walk(tree, "");
  return pairs.join("&");
}

const raw = (text: string): string => `[${encodeURIComponent(text)}]`;
const escaped = (text: string): string => encodeURIComponent(`[${text}]`);

const text = fc.string({ unit: "binary" });
const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
  .filter((key) => !/[[\]]|^\d+$/.test(key) && key !== "__proto__");
const dictionary = (values: fc.Arbitrary<Tree>): fc.Arbitrary<{ [key: string]: Tree }> =>
  fc.dictionary(name, values, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

/** Trees without empty lists and objects, which no form can say. */
const anyTree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text,
    fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
    dictionary(tie("tree")),
  ),
})).tree;

/** Trees that `[]` can say: an element of a list begins with a key that tells it from the last. */
const railsTree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text,
    fc.array(text, { minLength: 1, maxLength: 4 }),
    fc.array(
      fc.tuple(text, dictionary(tie("tree"))).map(([id, rest]) => ({ "-id": id, ...rest })),
      { minLength: 1, maxLength: 4 },
    ),
    dictionary(tie("tree")),
  ),
})).tree;

describe("laws of decodeForm", () => {
  it.each([
    ["raw brackets", raw],
    ["percent-encoded brackets", escaped],
  ])("gives back any tree written with indexes and %s", (_, segment) => {
    fc.assert(
      fc.property(dictionary(anyTree), (tree) => {
        expect(plain(decodeForm(encode(tree, { segment, index: String })))).toEqual(plain(tree));
      }),
    );
  });

  it.each([
    ["raw brackets", raw],
    ["percent-encoded brackets", escaped],
  ])("gives back any tree written with [] and %s", (_, segment) => {
    fc.assert(
      fc.property(dictionary(railsTree), (tree) => {
        expect(plain(decodeForm(encode(tree, { segment, index: () => "" })))).toEqual(plain(tree));
      }),
    );
  });

  it("reads flat pairs as URLSearchParams does", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, text), { selector: ([key]) => key }), (pairs) => {
        const decoded = decodeForm(new URLSearchParams(pairs).toString());
        expect({ ...decoded }).toEqual(Object.fromEntries(pairs));
      }),
    );
  });

  it("throws nothing but DecodeError, whatever is sent", () => {
    const soup = fc.array(fc.constantFrom(..."ab01[]=&%+\uD800é", "[]", "[0]", "%5B", "__proto__"));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          soup.map((parts) => parts.join("")),
        ),
        (sent) => {
          try {
            expect(Object.getPrototypeOf(decodeForm(sent))).toBeNull();
          } catch (error) {
            expect(error).toBeInstanceOf(DecodeError);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});
