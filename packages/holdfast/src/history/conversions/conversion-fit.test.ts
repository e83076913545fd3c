import { describe, expect, it } from "vitest";
import { wasComputed, wasOfType } from "../changes/retyped.js";
import { field, param } from "../field.js";
import { openLab } from "../lab.fixture.js";
import { smallApi, whatStops } from "../small-api.fixture.js";
import {
  asDate,
  asText,
  isOneOf,
  isPresent,
  joined,
  mapped,
  negated,
  onlyItem,
  reversed,
  scaled,
  showConversion,
  summed,
} from "./index.js";
import { flag, integer, invoice, text } from "./invoice.fixture.js";

describe("a conversion that does not fit", () => {
  const cases: [string, ReturnType<typeof field>, string][] = [
    [
      "a value that is none",
      field(invoice, "type", wasOfType(flag, mapped({ true: "other" }))),
      "other is no value of it",
    ],
    [
      "a value that was none",
      field(invoice, "type", wasOfType(flag, mapped({ maybe: "custom" }))),
      "maybe was no value of it",
    ],
    [
      "a value that nothing is said of",
      field(invoice, "type", wasOfType(flag, mapped({ true: "custom", false: "standard" }))),
      "express has no value that older versions see",
    ],
    [
      "what is no boolean",
      field(invoice, "total", wasOfType(flag, negated())),
      "only a boolean that was a boolean can be negated",
    ],
    [
      "one of no values",
      field(invoice, "old", wasComputed(flag, isOneOf("x"), { from: ["type"] })),
      "x is no value of it",
    ],
    [
      "no member",
      field(invoice, "parts", wasOfType(integer, summed("cost"))),
      "its items have no cost",
    ],
    ["no list", field(invoice, "note", wasOfType(text, onlyItem())), "it is no list now"],
    [
      "no number",
      field(invoice, "note", wasOfType(text, asText())),
      "it is neither a number nor a boolean now",
    ],
    ["no time", field(invoice, "note", wasOfType(text, asDate("date"))), "it is no timestamp now"],
    [
      "no unit",
      field(invoice, "total", wasOfType(integer, scaled({ today: 0.5, before: 1 }))),
      "units are told in whole numbers of each other",
    ],
    [
      "no separator",
      field(invoice, "tags", wasOfType(text, joined(""))),
      "without a separator it could not be parted again",
    ],
    [
      "a way that there is not",
      field(invoice, "note", wasOfType(text, reversed(isPresent()))),
      "it cannot be told back",
    ],
    [
      "nothing that it follows from",
      field(invoice, "old", wasComputed(text)),
      "only a literal follows from nothing",
    ],
  ];
  it.each(cases)("%s", (_name, change, reason) => {
    const [stop, ...more] = whatStops(() =>
      smallApi({ resources: [invoice] }, [{ was: [change] }]),
    );
    expect(more).toEqual([]);
    expect(stop?.message).toContain(`in a way that does not fit: ${reason}.`);
  });

  it("a param of which nobody can tell what was meant", () => {
    const boot = openLab({ params: { note: text.nullable().optional() } }, ({ send }) => [
      { was: [param(send, "note", wasOfType(flag.optional(), isPresent()))] },
    ]);
    return expect(boot).rejects.toThrow("what older callers send cannot be told as today's");
  });
});

describe("what docs can say", () => {
  const shown = (change: ReturnType<typeof field>, name: string) => {
    const api = smallApi({ resources: [invoice] }, [{ was: [change] }]);
    const steps = api.timeline
      .at("genesis")
      ?.resources.get("invoice")
      ?.shape.fields.get(name)?.steps;
    return (steps ?? []).map((step) => [step.gate, showConversion(step)]);
  };

  it("tells what older callers have, and what does not survive", () => {
    const how = mapped({ true: "custom", false: "standard" }, { express: true });
    expect(
      shown(field(invoice, "managed", wasOfType(flag, how, { now: "type" })), "managed"),
    ).toEqual([
      [
        "was",
        "`true` for `custom`, `false` for `standard`, `true` for `express`. Not shown: `custom` and `express` become `true`, which of them is not told.",
      ],
    ]);
    const verified = wasComputed(flag, isOneOf("custom"), { from: ["type"] });
    expect(shown(field(invoice, "verified", verified), "verified")).toEqual([
      ["was", "From `type`: Whether it is `custom`. Not shown: all but whether it is `custom`."],
    ]);
    expect(
      shown(field(invoice, "auto_advance", wasOfType(flag, negated())), "auto_advance"),
    ).toEqual([["was", "The opposite."]]);
  });
});
