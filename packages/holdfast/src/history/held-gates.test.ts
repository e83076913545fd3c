import { describe, expect, it } from "vitest";
import { behaviour, type Gates, method, resource, t } from "../index.js";
import { testKit } from "../testing/index.js";
import { smallApi, versionAt } from "./small-api.fixture.js";

type Asked = "early" | "late";

interface Coupon {
  readonly id: string;
  readonly stamp: string;
}

const coupon = resource("coupon", {
  description: "A coupon.",
  fields: {
    stamp: t.string().describe("What it was born under."),
    early: t.boolean().describe("Whether it is of the early kind."),
  },
}).from<{ readonly stamp: string; readonly early: boolean }>();

const coupons = new Map<string, Coupon>();

const shown = (record: Coupon, gates: Gates<Asked>) => ({
  stamp: record.stamp,
  early: gates.of(record.stamp).has("early"),
});

const make = method("coupons.make", {
  route: "POST /v1/coupons",
  description: "Makes a coupon.",
  params: { id: t.string().describe("Its id.") },
  returns: coupon,
  asks: ["early", "late"],
}).execute(async ({ params: { id }, gates }) => {
  const record = { id, stamp: gates.stamp() };
  coupons.set(id, record);
  return shown(record, gates);
});

const use = method("coupons.use", {
  route: "POST /v1/coupons/{id}",
  description: "Uses a coupon.",
  params: {
    id: t.string().describe("Its id."),
    ask: t.string().optional().describe("A gate to ask about."),
  },
  returns: coupon,
  asks: ["early"],
}).execute(async ({ params: { id, ask }, gates }) => {
  const record = coupons.get(id) ?? { id, stamp: id };
  if (ask !== undefined) gates.of(record.stamp).has(ask as "early");
  return shown(record, gates as Gates<Asked>);
});

const api = smallApi({ resources: [coupon], methods: [make, use] }, [
  { early: [behaviour()] },
  { late: [behaviour()] },
]);
const failures: string[] = [];
const kit = await testKit(api, { onFailure: (failure) => failures.push(String(failure)) });

describe("a record's stamp", () => {
  it("says what it was born under, whoever uses it later", async () => {
    const old = kit.callAs({ version: versionAt(0) });
    expect((await old.call("coupons.make", { id: "a" })).body).toEqual({
      stamp: "genesis",
      early: true,
    });
    const later = kit.callAs({ version: versionAt(2) });
    expect((await later.call("coupons.use", { id: "a" })).body.early).toBe(true);
    await later.call("coupons.make", { id: "b" });
    expect((await old.call("coupons.use", { id: "b" })).body.early).toBe(false);
  });

  it("holds what was granted and revoked", async () => {
    const mixed = kit.callAs({ version: versionAt(1), gates: ["early"], without: ["late"] });
    expect((await mixed.call("coupons.make", { id: "c" })).body).toEqual({
      stamp: "2011-01-01 +early -late",
      early: true,
    });
  });

  it("of a draft that has another name by now is newer than what was released then", async () => {
    const caller = kit.callAs();
    const used = await caller.call("coupons.use", { id: "2011-06-01-preview" });
    expect(used.body.early).toBe(false);
  });

  it("can be asked only about what the method lists, and must be one", async () => {
    failures.length = 0;
    const caller = kit.callAs();
    expect((await caller.call("coupons.use", { id: "a", ask: "late" })).status).toBe(500);
    expect((await caller.call("coupons.use", { id: "no stamp" })).status).toBe(500);
    expect(failures).toEqual([
      "TypeError: coupons.use asks about late, which it does not list under asks",
      'TypeError: "no stamp" is no stamp of gates',
    ]);
  });
});

describe("an account's gates, without a request", () => {
  const of = (pin: string | null, granted: string[] = [], revoked: string[] = []) =>
    api.gatesOf({ pin, granted, revoked });

  it("are those of its pin, with what it was granted, less what was revoked", () => {
    expect(of("genesis").has("early")).toBe(true);
    expect(of("2011-01-01").has("early")).toBe(false);
    expect(of("2012-01-01", ["late"]).has("late")).toBe(true);
    expect(of("genesis", [], ["early"]).has("early")).toBe(false);
    expect(of(null).has("late")).toBe(false);
    expect(of(null).stamp()).toBe("2012-01-01");
  });

  it("are gates that some version lists", () => {
    expect(() => of("genesis").has("erly")).toThrow("no version lists the gate erly");
  });
});
