import { describe, expect, it } from "vitest";
import { field, method, param, resource, t } from "../../index.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { limitsWere } from "./limits.js";
import {
  absentBecameNull,
  becameNullable,
  becameOptional,
  neverNull,
  nullBecameAbsent,
} from "./nullness.js";
import { becameRequired, defaultWas } from "./presence.js";

const maybe = t.string().nullable().describe("A text.");
const perhaps = t.string().optional().describe("A text.");
const both = t.string().nullable().optional().describe("A text.");
const text = t.string().describe("A text.");
const thing = resource("thing", {
  description: "A thing.",
  fields: { maybe, perhaps, both, text, list: t.list(text).nullable().describe("Texts.") },
}).from<Loose>();

const given = { maybe: "m", perhaps: "p", both: "b", text: "t", list: ["l"] };
const empty = { maybe: null, text: "t", list: null };

/** What a version before one change shows of a full and of an empty record. */
async function before(path: string, verb: Parameters<typeof field>[2]) {
  const shows = async (record: object) => {
    const lab = await openLab({ shown: thing, record }, () => [
      { changed: [field(thing, path, verb)] },
    ]);
    return lab.shows(0);
  };
  return { full: await shows(given), empty: await shows(empty) };
}

describe("absent, null and empty in answers are three things", () => {
  it.each([
    ["perhaps", becameOptional(""), { ...empty, perhaps: "" }],
    ["both", becameOptional(), { ...empty, both: null }],
    ["maybe", becameNullable(""), { ...empty, maybe: "" }],
    ["list", becameNullable([]), { ...empty, list: [] }],
    ["text", neverNull(), empty],
    ["maybe", absentBecameNull(), { text: "t", list: null }],
    ["perhaps", nullBecameAbsent(), { ...empty, perhaps: null }],
    ["text", becameRequired(), empty],
  ] as const)("%s, case %#", async (path, verb, older) => {
    expect(await before(path, verb)).toEqual({ full: given, empty: older });
  });

  it.each([
    ["text", becameOptional("")],
    ["perhaps", becameOptional()],
    ["both", becameOptional("")],
    ["text", becameNullable("")],
    ["maybe", becameNullable()],
    ["maybe", becameNullable(null)],
    ["maybe", neverNull()],
    ["text", absentBecameNull()],
    ["text", nullBecameAbsent()],
    ["both", nullBecameAbsent()],
    ["text", becameRequired("x")],
    ["text", defaultWas("x")],
  ] as const)("%s is not what it would have to be, case %#", (path, verb) => {
    const stops = whatStops(() =>
      smallApi({ resources: [thing] }, [{ changed: [field(thing, path, verb)] }]),
    );
    expect(stops.map(({ id }) => id)).toEqual(["change_unfit"]);
  });
});

describe("absent, null and empty in requests are three things", () => {
  const params = { maybe, perhaps, both, text, fixed: t.string().default("f").describe("A text.") };
  const full = { maybe: "m", perhaps: "p", both: "b", text: "t", fixed: "x" };
  const lab = (path: string, verb: Parameters<typeof param>[2]) =>
    openLab({ params }, ({ send }) => [{ changed: [param(send, path, verb)] }]);
  const without = (name: string) =>
    Object.fromEntries(Object.entries(full).filter(([key]) => key !== name));

  it.each([
    ["perhaps", becameOptional(), without("perhaps"), /Missing.*perhaps/],
    ["fixed", becameOptional(), without("fixed"), /Missing.*fixed/],
    ["both", becameOptional(), { ...full, both: null }, { ...full, both: null }],
    ["maybe", becameNullable(), { ...full, maybe: null }, /maybe/],
    ["both", becameNullable(), without("both"), without("both")],
    ["text", neverNull("none"), { ...full, text: null }, { ...full, text: "none" }],
    ["text", neverNull("none"), { ...full, text: "" }, { ...full, text: "none" }],
    ["perhaps", neverNull("none"), without("perhaps"), without("perhaps")],
    ["text", becameRequired("usd"), without("text"), { ...full, text: "usd" }],
    ["fixed", defaultWas("g"), without("fixed"), { ...full, fixed: "g" }],
    ["fixed", defaultWas("g"), full, full],
  ] as const)("%s, case %#", async (path, verb, sent, taken) => {
    const found = await (await lab(path, verb)).takes(0, sent);
    if (taken instanceof RegExp) expect(found).toMatch(taken);
    else expect(found).toEqual(taken);
  });

  it.each([
    ["text", neverNull()],
    ["maybe", absentBecameNull()],
    ["perhaps", nullBecameAbsent()],
    ["maybe", neverNull("x")],
  ] as const)("%s is not what it would have to be, case %#", async (path, verb) => {
    await expect(lab(path, verb)).rejects.toThrow(/does not fit/);
  });

  it("has no default in an update", () => {
    const updates = method("update", {
      route: "POST /update",
      description: "Updates.",
      params: {
        text,
        list: t
          .list(t.object({ deep: text }))
          .optional()
          .describe("Texts."),
      },
      returns: thing,
      updates: true,
    }).execute(async () => ({}));
    const boot = (path: string) =>
      whatStops(() =>
        smallApi({ resources: [thing], methods: [updates] }, [
          { changed: [param(updates, path, becameRequired("x"))] },
        ]),
      ).map(({ message }) => message);
    expect(boot("text")).toEqual([
      "changed (2011-01-01) changes update text in a way that does not fit: the method updates: what is left out stays as it is.",
    ]);
    expect(boot("list.deep")).toEqual([]);
  });
});

describe("limits that were others", () => {
  const limitedThing = resource("limited", {
    description: "A thing with limits.",
    fields: {
      word: t.string({ maxLength: 9 }).nullable().describe("A word."),
      size: t.integer({ min: 0, max: 100 }).describe("A size."),
      list: t.list(text, { maxItems: 5 }).describe("Texts."),
    },
  }).from<Loose>();
  const record = { word: "four😀", size: 70, list: ["a", "b", "c"] };
  const shown = async (path: string, limits: Parameters<typeof limitsWere>[0], values = {}) => {
    const lab = await openLab({ shown: limitedThing, record: { ...record, ...values } }, () => [
      { changed: [field(limitedThing, path, limitsWere(limits))] },
    ]);
    return lab.shows(0);
  };

  it("cut what older versions show, where they were tighter", async () => {
    expect(await shown("word", { maxLength: 5 })).toEqual({ ...record, word: "four" });
    expect(await shown("word", { maxLength: 5 }, { word: null })).toMatchObject({ word: null });
    expect(await shown("word", { maxLength: 20 })).toEqual(record);
    expect(await shown("size", { max: 50 })).toEqual({ ...record, size: 50 });
    expect(await shown("size", { min: 80 })).toEqual({ ...record, size: 80 });
    expect(await shown("size", { min: undefined })).toEqual(record);
    expect(await shown("list", { maxItems: 2 })).toEqual({ ...record, list: ["a", "b"] });
  });

  it("hold older callers, and no others", async () => {
    const params = { word: t.string({ maxLength: 9 }).describe("A word.") };
    const { takes } = await openLab({ params }, ({ send }) => [
      { looser: [param(send, "word", limitsWere({ maxLength: 20, minLength: 2 }))] },
      { tighter: [param(send, "word", limitsWere({ maxLength: 3 }))] },
    ]);
    expect(await takes(2, { word: "123456789" })).toEqual({ word: "123456789" });
    expect(await takes(1, { word: "1234" })).toMatch(/at most 3/);
    expect(await takes(0, { word: "x".repeat(20) })).toEqual({ word: "x".repeat(20) });
    expect(await takes(0, { word: "1" })).toMatch(/at least 2/);
  });

  it.each([
    ["word", { pattern: "^a" }],
    ["word", { minLength: 2 }],
  ] as const)("are refused where %s cannot be made to fit, case %#", async (path, limits) => {
    await expect(shown(path, limits)).rejects.toThrow(/cannot be made to fit/);
  });
});
