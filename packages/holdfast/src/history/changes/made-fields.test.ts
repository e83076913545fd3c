import { describe, expect, it } from "vitest";
import { field, param, resource, t } from "../../index.js";
import { proveMatrix } from "../../testing/index.js";
import { partsJoined, partsListed } from "../conversions/parts.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { valuesRenamed } from "./enum-values.js";
import { merged } from "./merged.js";
import { becameNullable } from "./nullness.js";
import { defaultWas } from "./presence.js";
import { renamedTo } from "./renamed-to.js";
import { splitInto } from "./split-into.js";
import { wasObject } from "./was-object.js";

const text = t.string().describe("A text.");
const maybe = t.string().nullable().describe("A text.");
const optional = t.string().optional().describe("A text.");
const name = splitInto(["first", "last"], partsJoined(" "), text);
const person = resource("person", {
  description: "A person.",
  fields: { first: maybe, last: maybe, city: text },
}).from<Loose>();

describe("what is made of several fields, or of one", () => {
  it("is changed by another gate of the same version, in both orders", async () => {
    const split = splitInto(["first", "last"], partsJoined(" "), maybe);
    const seen = { none: [field(person, "name", becameNullable("nobody"))] };
    const made = { split: [field(person, "name", split)] };
    for (const gates of [
      { ...seen, ...made },
      { ...made, ...seen },
    ]) {
      const shows = async (record: object) =>
        (await openLab({ shown: person, record }, () => [gates])).shows(0);
      expect(await shows({ first: "A", last: "B", city: "C" })).toEqual({ name: "A B", city: "C" });
      expect(await shows({ first: null, last: null, city: "C" })).toMatchObject({ name: "nobody" });
      const { timeline } = smallApi({ resources: [person] }, [gates]);
      expect([...(timeline.dependencies.get("none") ?? [])]).toEqual(["split"]);
    }
  });

  it("has a default of its own, where it is a param", async () => {
    const { takes, api } = await openLab(
      { params: { first: optional, last: optional } },
      ({ send }) => [
        { fixed: [param(send, "name", defaultWas("No Body"))], split: [param(send, "name", name)] },
      ],
    );
    expect(await takes(0, {})).toEqual({ first: "No", last: "Body" });
    expect(await takes(0, { name: "Ada King" })).toEqual({ first: "Ada", last: "King" });
    expect(await takes(1, {})).toEqual({});
    expect([...(api.timeline.dependencies.get("fixed") ?? [])]).toEqual(["split"]);
  });

  it("is changed one by one, where one became several", async () => {
    const were = { first: maybe, last: maybe };
    const whole = resource("whole", {
      description: "Whole.",
      fields: { name: maybe },
    }).from<Loose>();
    const params = { name: t.string().nullable().optional().describe("The name.") };
    const { shows, takes, api } = await openLab(
      { shown: whole, record: { name: "Ada" }, params },
      ({ send }) => [
        {
          never: [field(whole, "last", becameNullable("-")), param(send, "last", becameNullable())],
          merged: [
            merged(whole, were, "name", partsJoined(" ")),
            merged(send, were, "name", partsJoined(" ")),
          ],
        },
      ],
    );
    expect(await shows(0)).toEqual({ first: "Ada", last: "-" });
    expect(await takes(0, { first: "Ada", last: "King" })).toEqual({ name: "Ada King" });
    expect(await takes(0, { first: "Ada", last: null })).toMatch(/last/);
    expect([...(api.timeline.dependencies.get("never") ?? [])]).toEqual(["merged"]);
  });

  it("stands in an object that the same version brings back", async () => {
    const { shows, takes, api } = await openLab(
      {
        shown: person,
        record: { first: "A", last: "B", city: "C" },
        params: { first: text, last: maybe, city: text },
      },
      ({ send }) => [
        {
          split: [
            field(person, "who.name", splitInto([".first", ".last"], partsJoined(" "), maybe)),
          ],
          object: [
            field(person, "who", wasObject("Who.")),
            field(person, "who.city", renamedTo(".city")),
          ],
          sent: [
            param(send, "who.name", splitInto([".first", ".last"], partsJoined(" "), text)),
            param(send, "who", wasObject("Who.")),
            param(send, "who.city", renamedTo(".city")),
          ],
        },
      ],
    );
    expect(await shows(0)).toEqual({ who: { name: "A B", city: "C" } });
    expect(await takes(0, { who: { name: "A B", city: "C" } })).toEqual({
      first: "A",
      last: "B",
      city: "C",
    });
    await proveMatrix(api);
  });

  it("is addressed below, where it is an object", async () => {
    const whole = resource("whole", {
      description: "Whole.",
      fields: { parts: t.list(text).describe("Parts.") },
    }).from<Loose>();
    const was = t.object({ deep: t.object({ a: text }).describe("Deep.") }).describe("An object.");
    const stops = whatStops(() =>
      smallApi({ resources: [whole] }, [
        {
          changed: [field(whole, "one.deep.b", renamedTo("a"))],
          merged: [merged(whole, { one: was, two: text }, "parts", partsListed())],
        },
      ]),
    );
    expect(stops).toEqual([]);
  });
});

describe("what it is made of", () => {
  const kind = t.enum({ a: "A.", b: "B." }).describe("A kind.");
  const pair = resource("pair", {
    description: "Pair.",
    fields: { first: kind, last: kind, name: text },
  }).from<Loose>();

  it.each([
    [field(pair, "both", splitInto(["first", "last"], partsJoined(" "), text)), "pair.both"],
    [merged(pair, { one: text, two: text }, "first", partsJoined(" ")), "pair.one"],
  ])("is not changed too in the same version: %#", (made, subject) => {
    const [stop, ...more] = whatStops(() =>
      smallApi({ resources: [pair] }, [
        { made: [made], renamed: [field(pair, "first", valuesRenamed({ old: "a" }))] },
      ]),
    );
    expect(more).toEqual([]);
    expect(stop?.message).toBe(
      `made and renamed (2011-01-01) change ${subject} twice in the same way.`,
    );
  });
});
