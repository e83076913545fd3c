import { describe, expect, it } from "vitest";
import { error, method, resource, t } from "../../index.js";
import { testKit } from "../../testing/index.js";
import type { Change } from "../change.js";
import { field, param } from "../field.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { limited } from "./limits.js";
import { missingKeysHadStatus, unknownKeysBecameRefused } from "./nested-keys.js";
import {
  becameRequired,
  becameUndocumented,
  defaultWas,
  emptyBecameNull,
  hiddenFromPublishableKeys,
} from "./presence.js";

const text = t.string().describe("A text.");

describe("a param of an update", async () => {
  const lab = await openLab(
    {
      params: {
        note: t.string().nullable().optional().describe("A note."),
        name: t.string().optional().describe("A name."),
        words: t.textOrEmpty().optional().describe("Words."),
        count: t.integer().nullable().optional().describe("How many."),
        tags: t.map().nullable().optional().describe("Tags."),
        list: t.list(text).nullable().optional().describe("A list."),
        size: t.integer().default(3).describe("A size."),
        card: t.object({ number: text.nullable() }).nullable().optional().describe("A card."),
      },
    },
    () => [],
  );
  const cases: [string, object, unknown][] = [
    ["that is left out is undefined", {}, { size: 3 }],
    [
      "that is null is null",
      { note: null, count: null, list: null, card: null },
      { note: null, count: null, list: null, card: null, size: 3 },
    ],
    [
      "that is empty is null, where that unsets it",
      { note: "", count: "", list: "", card: "" },
      { note: null, count: null, list: null, card: null, size: 3 },
    ],
    [
      "that is empty stays so, where that is a text like any other",
      { words: "" },
      { words: "", size: 3 },
    ],
    [
      "that cannot be unset cannot be empty",
      { name: "" },
      "name was given as an empty string, which asks to unset it, but it cannot be unset.",
    ],
    ["that is an empty map is null, for all is unset", { tags: "" }, { tags: null, size: 3 }],
    ["may hold a null deeper down", { card: { number: "" } }, { card: { number: null }, size: 3 }],
    ["is not taken for a default when it is given", { size: 4 }, { size: 4 }],
  ];
  it.each(cases)("%s", async (_name, sent, head) => {
    expect(await lab.takes(0, sent)).toEqual(head);
  });

  it("says null where null was sent", async () => {
    expect(await lab.takes(0, { name: null })).toBe(
      "name was given as null, which asks to unset it, but it cannot be unset.",
    );
  });
});

describe("becameRequired", () => {
  it("lets older versions leave it out, which means what is said", async () => {
    const params = {
      currency: text,
      card: t.object({ number: text }).describe("A card."),
      memo: t.string().optional().describe("A memo."),
    };
    const lab = await openLab({ params }, ({ send }) => [
      {
        a: [param(send, "currency", becameRequired("usd"))],
        b: [param(send, "card.number", becameRequired())],
      },
    ]);
    expect(await lab.takes(0, { card: {} })).toEqual({ currency: "usd", card: {} });
    expect(await lab.takes(0, { currency: "eur", card: { number: "1" } })).toEqual({
      currency: "eur",
      card: { number: "1" },
    });
    expect(await lab.takes(1, { card: { number: "1" } })).toBe("Missing required param: currency.");
    expect(await lab.takes(1, { currency: "eur", card: {} })).toBe(
      "Missing required param: card[number].",
    );
  });
});

describe("defaultWas", () => {
  it("means another thing in older versions when it is left out", async () => {
    const lab = await openLab(
      { params: { capture: t.boolean().default(true).describe("At once?") } },
      ({ send }) => [
        { none: [param(send, "capture", defaultWas(undefined))] },
        { other: [param(send, "capture", defaultWas(false))] },
      ],
    );
    expect(await lab.takes(2, {})).toEqual({ capture: true });
    expect(await lab.takes(1, {})).toEqual({ capture: false });
    expect(await lab.takes(0, {})).toEqual({});
    expect(await lab.takes(0, { capture: true })).toEqual({ capture: true });
  });
});

describe("limited", () => {
  it("lifts the limits that are named, and no others", async () => {
    const params = {
      name: t
        .string({ minLength: 2, maxLength: 3, pattern: /^[a-z]+$/u })
        .optional()
        .describe("A name."),
      size: t.integer({ min: 1, max: 5 }).optional().describe("A size."),
      rate: t.number({ max: 1 }).optional().describe("A rate."),
      list: t.list(text, { maxItems: 1 }).optional().describe("A list."),
      tags: t.map({ maxKeys: 1, maxValueLength: 2 }).optional().describe("Tags."),
    };
    const lab = await openLab({ params }, ({ send }) => [
      {
        a: [
          param(send, "name", limited("maxLength", "pattern")),
          param(send, "size", limited("max")),
          param(send, "rate", limited("max")),
          param(send, "list", limited("maxItems")),
          param(send, "tags", limited("maxKeys")),
        ],
      },
    ]);
    const sent = { name: "ABCDE", size: 9, rate: 2.5, list: ["a", "b"], tags: { a: "1", b: "2" } };
    expect(await lab.takes(0, sent)).toEqual(sent);
    expect(await lab.takes(0, { name: "A" })).toBe("Invalid name: must be at least 2 characters.");
    expect(await lab.takes(0, { size: 0 })).toBe("Invalid size: must be at least 1.");
    expect(await lab.takes(0, { tags: { a: "123" } })).toBe(
      "Invalid tags[a]: must be at most 2 characters.",
    );
    const told = [];
    for (const [name, value] of Object.entries(sent))
      told.push(await lab.takes(1, { [name]: value }));
    expect(told).toEqual([
      "Invalid name: must be at most 3 characters.",
      "Invalid size: must be at most 5.",
      "Invalid rate: must be at most 1.",
      "Invalid list: must have at most 1 items.",
      "Invalid tags: must have at most 1 keys.",
    ]);
  });
});

describe("emptyBecameNull", () => {
  it("keeps the empty text in older versions, and its limits", async () => {
    const params = {
      note: t
        .string({ maxLength: 3, pattern: /^[a-z]*$/u })
        .nullable()
        .optional()
        .describe("A note."),
    };
    const lab = await openLab({ params }, ({ send }) => [
      { kept: [param(send, "note", emptyBecameNull())] },
    ]);
    expect(await lab.takes(1, { note: "" })).toEqual({ note: null });
    expect(await lab.takes(0, { note: "" })).toEqual({ note: "" });
    expect(await lab.takes(0, { note: "abcd" })).toBe(
      "Invalid note: must be at most 3 characters.",
    );
    expect(await lab.takes(0, { note: "A" })).toBe("Invalid note: must match ^[a-z]*$.");
  });
});

describe("hiddenFromPublishableKeys and becameUndocumented", () => {
  const card = resource("card", {
    description: "A card.",
    fields: {
      print: text.secretOnly(),
      both: text.secretOnly().onlyExpanded(),
      quiet: text.undocumented(),
    },
  }).from<Loose>();
  const read = method("cards.read", {
    route: "GET /card",
    description: "Reads.",
    returns: card,
    keys: ["secret", "publishable"],
  }).execute(async () => ({ print: "p", both: "b", quiet: "q" }) as never);
  const api = smallApi({ resources: [card], methods: [read] }, [
    {
      seen: [field(card, "print", hiddenFromPublishableKeys())],
      listed: [field(card, "quiet", becameUndocumented())],
    },
  ]);

  it("shows it to publishable keys in older versions", async () => {
    const kit = await testKit(api);
    const body = async (version: string | undefined, publishable: boolean, params = {}) =>
      (await kit.callAs({ ...(version && { version }), publishable }).call("cards.read", params))
        .body;
    expect(await body("genesis", true)).toEqual({ print: "p", quiet: "q" });
    expect(await body(undefined, true)).toEqual({ quiet: "q" });
    expect(await body(undefined, false)).toEqual({ print: "p", quiet: "q" });
    expect(await body(undefined, true, { expand: ["both"] })).toEqual({ quiet: "q" });
    expect(await body(undefined, false, { expand: ["both"] })).toEqual({
      print: "p",
      both: "b",
      quiet: "q",
    });
  });

  it("is still served where it is not listed, and listed in older contracts", () => {
    const undocumented = (version: string) =>
      api.timeline.at(version)?.resources.get("card")?.shape.fields.get("quiet")?.info.undocumented;
    expect([undocumented("genesis"), undocumented("2011-01-01")]).toEqual([false, true]);
  });
});

describe("keys of a hash", () => {
  const params = {
    card: t
      .object({ number: text, expiry: t.object({ month: text }).optional().describe("When.") })
      .optional()
      .describe("A card."),
  };

  it("unknownKeysBecameRefused: older versions ignore them, there alone", async () => {
    const lab = await openLab({ params }, ({ send }) => [
      { lenient: [param(send, "card", unknownKeysBecameRefused())] },
    ]);
    const sent = { card: { number: "1", nummer: "2" } };
    expect(await lab.takes(1, sent)).toBe(
      "Received unknown parameter: card[nummer]. Did you mean card[number]?",
    );
    expect(await lab.takes(0, sent)).toEqual({ card: { number: "1" } });
    expect(await lab.takes(0, { nummer: "2" })).toMatch(/^Received unknown parameter: nummer/);
    expect(await lab.takes(0, { card: { number: "1", expiry: { month: "1", x: "2" } } })).toMatch(
      /^Received unknown/,
    );
  });

  it("missingKeysHadStatus: older versions get another status", async () => {
    const lab = await openLab({ params }, ({ send }) => [
      { was_402: [param(send, "card", missingKeysHadStatus(402))] },
    ]);
    const statusOf = async (step: number, card: object) =>
      (await lab.calls("send", step, { card })).status;
    expect(await statusOf(1, {})).toBe(400);
    expect(await statusOf(0, {})).toBe(402);
    expect(await statusOf(0, { number: "1", expiry: {} })).toBe(400);
  });
});

describe("what does not fit", () => {
  const thing = resource("thing", { description: "A thing.", fields: { a: text } }).from<Loose>();
  const send = method("send", {
    route: "POST /send",
    description: "Sends.",
    params: {
      note: t.string().optional().describe("A note."),
      flag: t.boolean().describe("A flag."),
    },
    returns: thing,
  }).execute(async () => ({}));
  const bad = error("bad", { status: 400, type: "x", description: "Bad.", message: "Bad." });
  const cases: [Change, string][] = [
    [field(thing, "a", hiddenFromPublishableKeys()), "the definition must mark it .secretOnly()"],
    [field(thing, "a", becameUndocumented()), "the definition must mark it .undocumented()"],
    [param(send, "note", emptyBecameNull()), "it is not a text that can be null"],
    [param(send, "note", limited("maxLength")), "it has no limit maxLength"],
    [param(send, "flag", limited("max")), "it has no limit max"],
    [param(send, "note", becameRequired()), "it is not required now"],
    [param(send, "note", unknownKeysBecameRefused()), "it is not a hash"],
    [param(send, "note", missingKeysHadStatus(402)), "it is not a hash"],
  ];
  it.each(cases)("%# %o", (change, reason) => {
    const [stop] = whatStops(() =>
      smallApi({ resources: [thing], methods: [send], errors: [bad] }, [{ a: [change] }]),
    );
    expect(stop?.message).toContain(`does not fit: ${reason}.`);
  });
});
