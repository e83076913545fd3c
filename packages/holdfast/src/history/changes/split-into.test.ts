import { describe, expect, it } from "vitest";
import { byHand, field, onlyItem, param, resource, t } from "../../index.js";
import { partsJoined, partsListed } from "../conversions/parts.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { merged } from "./merged.js";
import { renamedTo } from "./renamed-to.js";
import { wasOfType } from "./retyped.js";
import { splitInto } from "./split-into.js";

const text = t.string().describe("A text.");
const maybe = t.string().nullable().describe("A text.");
const names = t.string().describe("Both names.");

describe("one field that is several now", () => {
  const person = resource("person", {
    description: "A person.",
    fields: {
      first: maybe,
      last: text.sensitive(),
      owner: t.object({ first: text, last: text }).describe("Who owns it."),
    },
  }).from<Loose>();
  const record = { first: "Ada", last: "King", owner: { first: "A", last: "B" } };
  const name = splitInto(["first", "last"], partsJoined(" "), names);

  it("is one value for older versions, where the several were", async () => {
    const { api, shows } = await openLab({ shown: person, record }, () => [
      { older: [field(person, "title", renamedTo("name"))] },
      { split: [field(person, "name", name), field(person, "owner.name", name)] },
    ]);
    expect(JSON.stringify(await shows(1))).toBe('{"name":"Ada King","owner":{"name":"A B"}}');
    expect(await shows(0)).toMatchObject({ title: "Ada King" });
    const shape = api.timeline.at("genesis")?.resources.get("person")?.shape;
    expect(shape?.fields.get("title")?.info.sensitive).toBe(true);
    expect([...(api.timeline.dependencies.get("older") ?? [])]).toEqual(["split"]);
  });

  const params = {
    first: t.string().nullable().optional().describe("The first name."),
    last: t.string().nullable().optional().describe("The last name."),
  };

  it("is made into all of them where older callers send it", async () => {
    const { takes } = await openLab({ params }, ({ send }) => [
      { renamed: [param(send, "title", renamedTo("name"))] },
      {
        split: [
          param(send, "name", splitInto(["first", "last"], partsJoined(" "), names.nullable())),
        ],
      },
    ]);
    expect(await takes(1, { name: "Ada King Lovelace" })).toEqual({
      first: "Ada",
      last: "King Lovelace",
    });
    expect(await takes(0, { title: "Ada" })).toEqual({ first: "Ada", last: null });
    expect(await takes(1, {})).toEqual({});
    expect(await takes(1, { name: null })).toEqual({ first: null, last: null });
    expect(await takes(1, { first: "Ada" })).toMatch(
      /first.*introduced in version 2012-01-01; at your version, use name/,
    );
  });

  it("is required where all of them are, and told by its older name", async () => {
    const { calls } = await openLab({ params: { first: text, last: text } }, ({ send }) => [
      { split: [param(send, "name", splitInto(["first", "last"], partsJoined(" "), names))] },
    ]);
    const { body } = await calls("send", 0);
    expect(body.error).toMatchObject({ param: "name" });
  });

  it("may be a list of them", async () => {
    const was = t.list(text).describe("Lines.");
    const { shows } = await openLab({ shown: person, record }, () => [
      { split: [field(person, "lines", splitInto(["first", "last"], partsListed(), was))] },
    ]);
    expect(await shows(0)).toMatchObject({ lines: ["Ada", "King"] });
  });

  it("may be split again by a later version", async () => {
    const { takes } = await openLab({ params: { a: text, b: text, c: text } }, ({ send }) => [
      { one: [param(send, "all", splitInto(["x", "c"], partsJoined("/"), names))] },
      { two: [param(send, "x", splitInto(["a", "b"], partsJoined("-"), names))] },
    ]);
    expect(await takes(0, { all: "1-2/3" })).toEqual({ a: "1", b: "2", c: "3" });
    expect(await takes(1, { x: "1-2", c: "3" })).toEqual({ a: "1", b: "2", c: "3" });
  });

  it.each([
    ["one field", splitInto(["first"], partsJoined(" "), names), "change_unfit"],
    ["no separator", splitInto(["first", "last"], partsJoined(""), names), "change_unfit"],
    ["no words", splitInto(["first", "last"], partsJoined(" "), t.string()), "change_unfit"],
    ["a field that is none", splitInto(["first", "x"], partsJoined(" "), names), "unknown_name"],
    [
      "no way to show it",
      splitInto(
        ["first", "last"],
        byHand({ up: (one: string) => [one, one], samples: [[["a", "a"], "a"]] }),
        names,
      ),
      "change_unfit",
    ],
  ])("is refused with %s", (_what, verb, id) => {
    const stops = whatStops(() =>
      smallApi({ resources: [person] }, [{ split: [field(person, "name", verb)] }]),
    );
    expect(stops.map((one) => one.id)).toEqual([id]);
  });
});

describe("several fields that are one now", () => {
  const were = {
    first: t.string().nullable().describe("The first name."),
    last: t.string().nullable().describe("The last name."),
  };
  const person = resource("person", {
    description: "A person.",
    fields: { id: text, name: maybe, owner: t.object({ name: text }).describe("Who owns it.") },
  }).from<Loose>();

  it("are several for older versions", async () => {
    const record = { id: "p", name: "Ada King Lovelace", owner: { name: "Bob" } };
    const { shows } = await openLab({ shown: person, record }, () => [
      { older: [field(person, "surname", renamedTo("last"))] },
      {
        merged: [
          merged(person, were, "name", partsJoined(" ")),
          merged(
            person,
            { "owner.first": were.first, "owner.last": were.last },
            "name",
            partsJoined(" "),
          ),
        ],
      },
    ]);
    expect(await shows(1)).toEqual({
      id: "p",
      first: "Ada",
      last: "King Lovelace",
      owner: { first: "Bob", last: null },
    });
    expect(await shows(0)).toMatchObject({ first: "Ada", surname: "King Lovelace" });
  });

  const optional = { name: t.string().nullable().optional().describe("The name.") };
  const lab = (
    missing?: { readonly as: unknown },
    params: Parameters<typeof openLab>[0]["params"] = optional,
  ) =>
    openLab({ params: params ?? {} }, ({ send }) => [
      { older: [param(send, "surname", renamedTo("last"))] },
      { merged: [merged(send, were, "name", partsJoined(" "), missing ? { missing } : {})] },
    ]);

  it("make one value where older callers send them", async () => {
    const { takes } = await lab();
    expect(await takes(1, { last: "King", first: "Ada" })).toEqual({ name: "Ada King" });
    expect(await takes(0, { surname: "King", first: "Ada" })).toEqual({ name: "Ada King" });
    expect(await takes(1, { last: null, first: "Ada" })).toEqual({ name: "Ada" });
    expect(await takes(1, { last: null, first: null })).toEqual({ name: null });
    expect(await takes(1, {})).toEqual({});
    expect(await takes(1, { name: "Ada" })).toMatch(/unknown parameter: name/);
  });

  it("are missing where only some are sent, unless something stands for them", async () => {
    const strict = await lab();
    const { body } = await strict.calls("send", 0, { first: "Ada" });
    expect(body.error).toMatchObject({ param: "surname" });
    const lax = await lab({ as: "?" });
    expect(await lax.takes(1, { first: "Ada" })).toEqual({ name: "Ada ?" });
    expect(await lax.takes(1, {})).toEqual({});
  });

  it("are required where the one is", async () => {
    const { calls } = await lab(undefined, { name: text });
    expect((await calls("send", 1)).body.error).toMatchObject({ param: "first" });
  });

  it("may stand in an object, and in a list's items", async () => {
    const params = {
      items: t.list(t.object({ name: text })).describe("Items."),
    };
    const { takes } = await openLab({ params }, ({ send }) => [
      {
        merged: [
          merged(
            send,
            { "items.first": were.first, "items.last": were.last },
            "name",
            partsJoined(" "),
          ),
        ],
      },
    ]);
    expect(
      await takes(0, {
        items: [
          { first: "A", last: "B" },
          { first: "C", last: "D" },
        ],
      }),
    ).toEqual({ items: [{ name: "A B" }, { name: "C D" }] });
    expect(await takes(0, { items: [{ first: "A" }] })).toMatch(/items\[0\]\[last\]/);
  });

  it.each([
    ["one field", merged(person, { first: text }, "name", partsJoined(" ")), "change_unfit"],
    [
      "no words",
      merged(person, { first: text, last: t.string() }, "name", partsJoined(" ")),
      "change_unfit",
    ],
    ["what is none", merged(person, were, "none", partsJoined(" ")), "unknown_name"],
    [
      "a name that is taken",
      merged(person, { id: text, last: text }, "name", partsJoined(" ")),
      "collision",
    ],
  ])("are refused with %s", (_what, change, id) => {
    const stops = whatStops(() => smallApi({ resources: [person] }, [{ merged: [change] }]));
    expect(stops.map((one) => one.id)).toEqual([id]);
  });
});

it("one value is the only item of a list, and back", async () => {
  const wallet = resource("wallet", {
    description: "A wallet.",
    fields: { cards: t.list(text).describe("Cards.") },
  }).from<Loose>();
  const params = { cards: t.list(text).optional().describe("Cards.") };
  const was = wasOfType(t.string().nullable().optional().describe("The card."), onlyItem(), {
    now: "cards",
  });
  const { shows, takes } = await openLab(
    { shown: wallet, record: { cards: ["a", "b"] }, params },
    ({ send }) => [{ many: [field(wallet, "card", was), param(send, "card", was)] }],
  );
  expect(await shows(0)).toEqual({ card: "a" });
  expect(await takes(0, { card: "x" })).toEqual({ cards: ["x"] });
  expect(await takes(0, { card: null })).toEqual({ cards: [] });
  expect(await takes(0, {})).toEqual({});
});
