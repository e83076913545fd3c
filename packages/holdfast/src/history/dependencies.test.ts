import { describe, expect, it } from "vitest";
import { resource, t } from "../index.js";
import type { Change } from "./change.js";
import { valuesRenamed } from "./changes/enum-values.js";
import { removed } from "./changes/removed.js";
import { added, renamedTo, supersededBy } from "./changes/renamed-to.js";
import { wasComputed, wasOfType } from "./changes/retyped.js";
import { unchanged } from "./conversions/combined.js";
import { field } from "./field.js";
import { openLab } from "./lab.fixture.js";
import { type Loose, type Past, smallApi } from "./small-api.fixture.js";

const text = t.string().describe("A text.");

const charge = resource("charge", {
  description: "A charge.",
  fields: {
    id: text,
    source: t.object({ number: text }).describe("What was charged."),
    status: t.enum({ won: "Won.", lost: "Lost." }).describe("How it ended."),
    fee: text.until("had_fee"),
  },
}).from<Loose>();

const record = { id: "ch_1", source: { number: "4242" }, status: "won", fee: "f" };
const hadFee = field(charge, "fee", removed());

/** The timeline of one gate a version, oldest first. */
function timeline(...gates: readonly (readonly [string, ...Change[]])[]) {
  const past: Past = gates.map(([name, ...changes]) => ({ [name]: changes }));
  return smallApi({ resources: [charge] }, past).timeline;
}

describe("a gate builds on later ones", () => {
  const cases: [string, Change, Change, boolean][] = [
    [
      "that renamed its field",
      field(charge, "a", renamedTo("b")),
      field(charge, "b", renamedTo("id")),
      true,
    ],
    [
      "that renamed the object around it",
      field(charge, "card.digits", renamedTo("number")),
      field(charge, "card", renamedTo("source")),
      true,
    ],
    [
      "that renamed the object into which it moves",
      field(charge, "card.id", renamedTo(".id")),
      field(charge, "card", renamedTo("source")),
      true,
    ],
    [
      "that took its older name away",
      field(charge, "id", renamedTo("status")),
      field(charge, "code", renamedTo("id")),
      true,
    ],
    [
      "that took its older name off",
      field(charge, "id", renamedTo("status")),
      field(charge, "id", added()),
      true,
    ],
    [
      "that gave its field another type",
      field(charge, "a", renamedTo("id")),
      field(charge, "id", wasOfType(t.integer())),
      true,
    ],
    [
      "that renamed the values",
      field(charge, "status", valuesRenamed({ a: "b" })),
      field(charge, "status", valuesRenamed({ b: "won" })),
      true,
    ],
    [
      "whose field it is computed from",
      field(charge, "paid", wasComputed(text, unchanged(), { from: ["state"] })),
      field(charge, "state", renamedTo("status")),
      true,
    ],
    [
      "that showed the second name",
      field(charge, "a", renamedTo("b")),
      field(charge, "b", supersededBy("id")),
      true,
    ],
    [
      "that changed something else: not",
      field(charge, "a", renamedTo("id")),
      field(charge, "state", renamedTo("status")),
      false,
    ],
  ];
  it.each(cases)("%s", (_name, older, newer, builds) => {
    const line = timeline(["older", older], ["newer", newer], ["had_fee", hadFee]);
    const comingAlong = (gate: string) => [...line.comingAlong(gate)].sort();
    const goingAlong = (gate: string) => [...line.goingAlong(gate)].sort();
    expect(comingAlong("older")).toEqual(builds ? ["newer", "older"] : ["older"]);
    expect(comingAlong("newer")).toEqual(["newer"]);
    expect(goingAlong("newer")).toEqual(builds ? ["newer", "older"] : ["newer"]);
    expect(goingAlong("older")).toEqual(["older"]);
  });
});

it("builds on gates of the same version whose names it uses", () => {
  const { timeline } = smallApi({ resources: [charge] }, [
    {
      parent: [field(charge, "card", renamedTo("source"))],
      child: [field(charge, "card.digits", renamedTo("number"))],
      one: [field(charge, "id", renamedTo("status"))],
      two: [field(charge, "status", renamedTo("id"))],
    },
    { had_fee: [hadFee] },
  ]);
  expect(timeline.comingAlong("child")).toEqual(["child", "parent"]);
  expect(timeline.comingAlong("parent")).toEqual(["parent"]);
  expect([...timeline.comingAlong("one")].sort()).toEqual(["one", "two"]);
  expect([...timeline.comingAlong("two")].sort()).toEqual(["one", "two"]);
});

it("follows dependencies of dependencies", () => {
  const lined = timeline(
    ["c", field(charge, "c", renamedTo("b"))],
    ["b", field(charge, "b", renamedTo("a"))],
    ["a", field(charge, "a", renamedTo("id"))],
    ["had_fee", hadFee],
  );
  expect([...lined.comingAlong("c")].sort()).toEqual(["a", "b", "c"]);
  expect([...lined.goingAlong("a")].sort()).toEqual(["a", "b", "c"]);
});

describe("an account", async () => {
  const lab = await openLab({ shown: charge, record }, () => [
    { digits: [field(charge, "card.digits", renamedTo("number"))] },
    { card: [field(charge, "card", renamedTo("source"))] },
    { had_fee: [hadFee] },
  ]);
  const shows = async (step: number, held: object) =>
    (await lab.calls("look", step, {}, held)).body;
  const { fee: _fee, ...newest } = record;
  const { source: _source, ...bare } = newest;

  it("that is granted a gate gets what the gate builds on", async () => {
    expect(await shows(3, { gates: ["digits"] })).toEqual({ ...bare, card: { digits: "4242" } });
    expect(await shows(3, { gates: ["card"] })).toEqual({ ...bare, card: { number: "4242" } });
    expect(await shows(3, { gates: ["had_fee"] })).toEqual(record);
    expect(await shows(3, { gates: ["card", "had_fee"] })).toEqual({
      ...bare,
      card: { number: "4242" },
      fee: "f",
    });
  });

  it("that loses a gate loses what builds on it", async () => {
    expect(await shows(0, {})).toEqual({ ...bare, card: { digits: "4242" }, fee: "f" });
    expect(await shows(0, { without: ["card"] })).toEqual(record);
    expect(await shows(0, { without: ["digits"] })).toEqual({
      ...bare,
      card: { number: "4242" },
      fee: "f",
    });
    expect(await shows(0, { without: ["had_fee"] })).toEqual({ ...bare, card: { digits: "4242" } });
  });
});

it("does not mind grants of gates that are not known here", () => {
  const line = timeline(["had_fee", hadFee]);
  expect(line.withGrants("genesis", ["unheard_of"], ["nor_this"])?.gates).toEqual(["had_fee"]);
});

it("keeps the contracts of granted gates, within a bound", () => {
  const lined = timeline(["a", field(charge, "a", renamedTo("id"))], ["had_fee", hadFee]);
  const first = lined.withGrants("genesis", [], ["a"]);
  expect(lined.withGrants("genesis", [], ["a"])).toBe(first);
  expect(lined.withGrants("genesis", [], [])).toBe(lined.at("genesis"));
  for (let n = 0; n < 300; n++) lined.withGrants("genesis", [`unknown_${n}`], []);
  expect(lined.withGrants("genesis", [], ["a"])).not.toBe(first);
  expect(lined.withGrants("genesis", [], ["a"])?.gates).toEqual(["had_fee"]);
  expect(lined.withGrants("1999-01-01", ["a"], [])).toBeUndefined();
});
