import { describe, expect, it } from "vitest";
import { error, method, resource, t } from "../index.js";
import type { Change } from "./change.js";
import { checkAdded } from "./changes/check-changes.js";
import { valuesRenamed } from "./changes/enum-values.js";
import { statusWas } from "./changes/error-changes.js";
import { keysWere, methodRemoved, routeWas } from "./changes/method-changes.js";
import { wireWas } from "./changes/other-changes.js";
import { removed } from "./changes/removed.js";
import { added, renamedTo, supersededBy } from "./changes/renamed-to.js";
import { wasComputed, wasOfType } from "./changes/retyped.js";
import { unchanged } from "./conversions/combined.js";
import { field, param } from "./field.js";
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
  const first = lined.withGrants("genesis", [], ["had_fee"]);
  expect(lined.withGrants("genesis", [], ["had_fee"])).toBe(first);
  expect(lined.withGrants("genesis", [], [])).toBe(lined.at("genesis"));
  for (let n = 0; n < 300; n++) lined.withGrants("genesis", [`unknown_${n}`], []);
  expect(lined.withGrants("genesis", [], ["had_fee"])).not.toBe(first);
  expect(lined.withGrants("genesis", [], ["had_fee"])?.gates).toEqual(["a"]);
  expect(lined.withGrants("1999-01-01", ["a"], [])).toBeUndefined();
});

it("finds the contracts of versions where gates leave nothing else", () => {
  const lined = timeline(["a", field(charge, "a", renamedTo("id"))], ["had_fee", hadFee]);
  const [, version] = lined.versions;
  expect(lined.withGates(new Set(["had_fee"]))).toBe(lined.at(version?.name ?? ""));
  expect(lined.withGates(new Set())).toBe(lined.newest);
});

describe("a gate builds on later ones that set the same", () => {
  const pay = method("pay", {
    route: "POST /pay",
    description: "Pays.",
    params: { sum: text },
    returns: charge,
    until: "had_pay",
    checks: {
      one: { description: "One.", test: () => true },
      two: { description: "Two.", test: () => true },
    },
  }).execute(async () => ({}));
  const look = method("look", {
    route: "GET /look",
    description: "Looks.",
    returns: charge,
  }).execute(async () => ({}));
  const bad = error("bad", { status: 400, type: "x", description: "Bad.", message: "Bad." });

  const cases: [string, Change, Change, boolean][] = [
    ["a route", routeWas(look, "GET /a"), routeWas(look, "GET /b"), true],
    ["a route of another method: not", routeWas(look, "GET /a"), routeWas(pay, "POST /b"), false],
    ["a status", statusWas(bad, 402), statusWas(bad, 403), true],
    ["a status and a route: not", statusWas(bad, 402), routeWas(look, "GET /b"), false],
    ["how nulls are written", wireWas({ nulls: "rendered" }), wireWas({ nulls: "omitted" }), true],
    ["nulls and lists: not", wireWas({ nulls: "omitted" }), wireWas({ lists: "array" }), false],
    ["how lists are written", wireWas({ lists: "envelope" }), wireWas({ lists: "array" }), true],
    ["other checks: not", checkAdded(pay, "one"), checkAdded(pay, "two"), false],
    ["keys and a route: not", keysWere(look, ["publishable"]), routeWas(look, "GET /b"), false],
  ];
  const boot = (...gates: readonly (readonly [string, ...Change[]])[]) => {
    const past: Past = gates.map(([name, ...changes]) => ({ [name]: changes }));
    return smallApi({ resources: [charge], methods: [pay, look], errors: [bad] }, [
      ...past,
      { had_fee: [hadFee], had_pay: [methodRemoved(pay)] },
    ]).timeline;
  };

  it.each(cases)("%s", (_name, older, newer, builds) => {
    const line = boot(["older", older], ["newer", newer]);
    const builtOn = [...line.comingAlong("older")].filter((gate) => gate !== "had_pay").sort();
    expect(builtOn).toEqual(builds ? ["newer", "older"] : ["older"]);
    const going = [...line.goingAlong("newer")].sort();
    expect(going).toEqual(builds ? ["newer", "older"] : ["newer"]);
  });

  it("or that bring back the method that it is about, in the same version too", () => {
    const line = boot(
      ["route", routeWas(pay, "POST /charge")],
      ["name", param(pay, "amount", renamedTo("sum"))],
      ["check", checkAdded(pay, "one")],
      ["other", routeWas(look, "GET /b")],
    );
    expect([...line.goingAlong("had_pay")].sort()).toEqual(["check", "had_pay", "name", "route"]);
    const { timeline: at } = smallApi({ resources: [charge], methods: [pay] }, [
      {
        a_name: [param(pay, "amount", renamedTo("sum"))],
        had_pay: [methodRemoved(pay)],
        had_fee: [hadFee],
      },
    ]);
    expect(at.comingAlong("a_name")).toEqual(["a_name", "had_pay"]);
    expect(at.comingAlong("had_pay")).toEqual(["had_pay"]);
  });
});
