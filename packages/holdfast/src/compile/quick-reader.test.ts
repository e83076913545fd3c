import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { method } from "../definition/method.js";
import { Raised } from "../definition/raised.js";
import { Reader } from "../definition/reader.js";
import { resource } from "../definition/resource.js";
import { t } from "../definition/t.js";
import { removed } from "../history/changes/removed.js";
import { renamedTo, supersededBy } from "../history/changes/renamed-to.js";
import { param } from "../history/field.js";
import { smallApi, versionAt } from "../history/small-api.fixture.js";
import { DecodeError } from "../http/decode-error.js";
import { decodeForm } from "../http/decode-form.js";
import type { WireObject, WireValue } from "../http/message.js";
import type { CompiledContract } from "./compiled-contract.js";

const word = t.string().optional().describe("A word.");
const thing = resource("thing", {
  description: "A thing.",
  fields: { id: t.id("th").describe("Its id.") },
}).from<{ readonly id: string }>();
const update = method("things.update", {
  route: "POST /things/{thing}",
  description: "Changes a thing.",
  params: {
    thing: t.id("th").describe("Which one."),
    amount: t.integer({ min: 1, max: 1000 }).describe("How much."),
    note: t.string({ maxLength: 5 }).nullable().optional().describe("A note."),
    kept: t.textOrEmpty().optional().describe("A text that may be empty."),
    flag: t.boolean().default(true).describe("Whether."),
    size: t.enum({ small: "Small.", large: "Large." }).optional().describe("How large."),
    address: t
      .object({
        city: t.string().describe("Where."),
        lines: t.object({ first: word, second: word }).optional().describe("The lines."),
        zone: t.integer().default(7).describe("Which zone."),
      })
      .nullable()
      .optional()
      .describe("Where it is."),
    metadata: t.map({ maxKeys: 2, maxKeyLength: 4 }).optional().describe("Yours."),
    tags: t.list(t.string().describe("A tag.")).optional().describe("Tags."),
    source: t
      .either(
        t.string().describe("A token."),
        t.object({ number: t.string().describe("Its number.") }).describe("A card."),
      )
      .optional()
      .describe("What to charge."),
    legacy: t.string().optional().until("thing_has_legacy").describe("Old."),
  },
  returns: thing,
}).execute(async ({ params }) => ({ id: params.thing }));

const api = smallApi({ resources: [thing], methods: [update] }, [
  { thing_has_legacy: [param(update, "legacy", removed())] },
  { thing_has_town: [param(update, "town", renamedTo("address.city"))] },
  { thing_takes_sum: [param(update, "sum", supersededBy("amount"))] },
]);
const steps = [0, 1, 2, 3];

function compiledAt(step: number): CompiledContract {
  const contract = api.timeline.at(versionAt(step));
  if (!contract) throw new TypeError(`there is no version ${step}`);
  return api.compiled(contract);
}

function readersAt(step: number) {
  const compiled = compiledAt(step);
  const shape = compiled.contract.methods.get("things.update");
  const quick = shape && compiled.quickReader(shape);
  if (!shape || !quick) throw new TypeError("there is no quick way");
  return { quick, slow: compiled.reader(shape) };
}

const PATH = { thing: "th_1" };

/** What the interpreter makes of it: head's params, or undefined where it refuses. */
function interpreted(step: number, params: () => WireObject, isText: boolean): object | undefined {
  try {
    const { expand: _expand, ...own } = params();
    const head = {};
    const at = Reader.top({ isText: (name) => isText || name in PATH, help: () => "" });
    if ("thing" in own && own.thing !== PATH.thing) return undefined;
    readersAt(step).slow({ ...own, ...PATH }, at, head);
    return head;
  } catch (problem) {
    if (problem instanceof Raised || problem instanceof DecodeError) return undefined;
    throw problem;
  }
}

const NAMES = ["amount", "sum", "note", "kept", "flag", "size", "address", "town", "legacy"];
const NESTED = ["address[city]", "address[lines][first]", "address[zone]", "metadata[a]"];
const ODD = [
  "metadata[abcde]",
  "metadata]",
  "metadata[",
  "metadata[a]b]",
  "a]",
  "]",
  "metadata[]",
  "metadata[a][b]",
  "tags[]",
  "tags[0]",
  "thing",
];
const MORE = ["source", "source[number]", "nonsense", "address[x]", "expand[]", "expand[0]", ""];
const key = fc.constantFrom(...NAMES, ...NAMES, ...NESTED, ...NESTED, ...ODD, ...MORE);
const VALUES = ["1", "50", "1001", "", "text", "longer", "true", "false", "small", "th_1", "é"];
const value = fc.constantFrom(...VALUES, "a b", "%", "a&b", "\0");
const encoded = (text: string) => encodeURIComponent(text).replaceAll("%20", "+");
const pair = fc
  .tuple(key, value, fc.boolean())
  .map(([name, text, raw]) => `${raw ? name : encoded(name)}=${raw ? text : encoded(text)}`);
const form = fc
  .array(pair, { maxLength: 7 })
  .map((pairs) => ["amount=5", ...pairs].slice(pairs.length % 2).join("&"));

describe("the quick way to read a request", () => {
  it("reads plain forms as the interpreter does, and gives up where that refuses", () => {
    let quickly = 0;
    let accepted = 0;
    const law = fc.property(form, fc.constantFrom(...steps), (text, step) => {
      const slow = interpreted(step, () => decodeForm(text), true);
      const quick = readersAt(step).quick.form(text, PATH);
      if (slow) accepted++;
      if (!quick) return;
      quickly++;
      expect(quick.head).toEqual(slow);
    });
    fc.assert(law, { numRuns: 4000 });
    expect(accepted).toBeGreaterThan(150);
    // Lists, hashes in place of texts, and what is said twice are left to the interpreter.
    expect(quickly).toBeGreaterThan(accepted / 2);
  });

  it("reads typed trees as the interpreter does", () => {
    const leaf = fc.constantFrom<WireValue>(5, 0, "text", "", null, true, "small", ["a"], {});
    const hash = fc.dictionary(fc.constantFrom("city", "zone", "x", "number", "a"), leaf);
    const names = fc.constantFrom(...NAMES, "metadata", "tags", "source", "nonsense", "expand");
    const tree = fc.dictionary(names, fc.oneof(leaf, hash), { maxKeys: 5 });
    let quickly = 0;
    const law = fc.property(tree, fc.constantFrom(...steps), (sent, step) => {
      const params = { amount: 5, ...sent } as WireObject;
      const quick = readersAt(step).quick.tree(params, PATH);
      if (!quick) return;
      quickly++;
      expect(quick.head).toEqual(interpreted(step, () => params, false));
    });
    fc.assert(law, { numRuns: 3000 });
    expect(quickly).toBeGreaterThan(150);
  });

  it("keeps paths to expand in order", () => {
    const { quick } = readersAt(3);
    const read = quick.form("amount=5&expand[0]=a&expand[1]=b", PATH);
    expect(read?.expand).toEqual(["a", "b"]);
    expect(quick.form("amount=5&expand[1]=b&expand[0]=a", PATH)).toBeUndefined();
  });

  it("takes any names and texts as names and texts, and never as code", () => {
    const odd = fc.constantFrom("`$`{1}`", '"];x', "a\u2028b", "\\", "constructor", "k0", "'+v+'");
    const named = fc.oneof(odd, fc.string({ minLength: 1, maxLength: 6, unit: "grapheme" }));
    const all = fc.dictionary(named, fc.string({ minLength: 1 }), { maxKeys: 5 });
    const law = fc.property(all, (texts) => {
      const own = Object.entries(texts).filter(
        ([name]) => name !== "__proto__" && name !== "expand",
      );
      const params = Object.fromEntries(
        own.map(([name, fallback]) => [name, t.string().default(fallback).describe("A text.")]),
      );
      const make = method("things.make", {
        route: "POST /things",
        description: "Makes one.",
        params,
        returns: thing,
      }).execute(async () => ({ id: "th_1" }));
      const made = smallApi({ resources: [thing], methods: [make] }, []);
      const { newest } = made.timeline;
      const shape = newest.methods.get("things.make");
      const quick = shape && made.compiled(newest).quickReader(shape);
      const expected = Object.fromEntries(own);
      expect(quick?.tree({}, {})?.head).toEqual(expected);
      expect(quick?.tree(expected, {})?.head).toEqual(expected);
    });
    fc.assert(law, { numRuns: 200 });
  });

  it("gives defaults that no request can change for the next one", () => {
    const make = method("things.make", {
      route: "POST /things",
      description: "Makes one.",
      params: { tags: t.list(t.string()).default(["new"]).describe("Its tags.") },
      returns: thing,
    }).execute(async () => ({ id: "th_1" }));
    const made = smallApi({ resources: [thing], methods: [make] }, []);
    const { newest } = made.timeline;
    const shape = newest.methods.get("things.make");
    const head = shape && made.compiled(newest).quickReader(shape)?.form("", {})?.head;
    expect(head).toEqual({ tags: ["new"] });
    const { tags } = head as { tags: string[] };
    expect(() => tags.push("mine")).toThrow(TypeError);
  });

  it("leaves more pairs than are taken to the decoder, however they are sent", () => {
    const { quick } = readersAt(3);
    const many = (count: number) => `amount=5${"&expand[]=a".repeat(count)}`;
    expect(quick.form(many(9_999), PATH)?.expand).toHaveLength(9_999);
    expect(quick.form(many(10_000), PATH)).toBeUndefined();
    // A list that is copied for each path would take minutes here.
    const began = process.cpuUsage();
    quick.form(many(95_000), PATH);
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(5);
  });

  it("misses a required param whose name every object has", () => {
    const make = method("things.make", {
      route: "POST /things",
      description: "Makes one.",
      params: { constructor: t.string().describe("By whom."), toString: word },
      returns: thing,
    }).execute(async () => ({ id: "th_1" }));
    const made = smallApi({ resources: [thing], methods: [make] }, []);
    const { newest } = made.timeline;
    const shape = newest.methods.get("things.make");
    if (!shape) throw new TypeError("it has no such method");
    const at = Reader.top({ isText: () => true, help: () => "" });
    expect(() => made.compiled(newest).reader(shape)({}, at, {})).toThrow(Raised);
    expect(made.compiled(newest).quickReader(shape)?.form("toString=a", {})).toBeUndefined();
  });

  it("is not there where the outcome hangs on the order of params", () => {
    const flat = method("things.flat", {
      route: "POST /flat",
      description: "Takes a hash as one value.",
      params: {
        box: t
          .either(word, t.object({ a: word }).describe("It."))
          .optional()
          .describe("A box."),
        a: word,
      },
      returns: thing,
    }).execute(async () => ({ id: "th_1" }));
    const odd = smallApi({ resources: [thing], methods: [flat] }, []);
    const shape = odd.timeline.newest.methods.get("things.flat");
    const fields = new Map(shape?.params.fields);
    const a = fields.get("a");
    if (!shape || !a) throw new TypeError("it has no a");
    fields.set("a", { ...a, target: ["box", "a"] });
    const bent = { ...shape, params: { ...shape.params, fields } };
    expect(odd.compiled(odd.timeline.newest).quickReader(bent)).toBeUndefined();
  });
});
