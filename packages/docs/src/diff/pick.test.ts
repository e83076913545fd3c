import { describe, expect, it } from "vitest";
import { pickPaths } from "./pick.js";

const charge = {
  id: "ch_1",
  card: { brand: "Visa", last4: "4242" },
  refunds: [{ id: "re_1" }, { id: "re_2", amount: 5 }],
  "odd.name": { inner: 1 },
  __proto__: null,
};

describe("pickPaths", () => {
  it("keeps what stands at a path, with what it stands in", () => {
    expect(pickPaths(charge, ["card.last4"])).toEqual({ card: { last4: "4242" } });
    expect(pickPaths(charge, ["id", "card"])).toEqual({ id: "ch_1", card: charge.card });
  });

  it("goes through lists, and keeps the first item that has anything", () => {
    expect(pickPaths(charge, ["refunds.amount"])).toEqual({ refunds: [{ amount: 5 }] });
  });

  it("knows names with dots in them", () => {
    expect(pickPaths(charge, ["odd.name.inner"])).toEqual({ "odd.name": { inner: 1 } });
  });

  it("keeps everything at the empty path, and nothing at none", () => {
    expect(pickPaths(charge, [""])).toBe(charge);
    expect(pickPaths(charge, ["card.exp_month", "idx"])).toBeUndefined();
    expect(pickPaths(charge, [])).toBeUndefined();
    expect(pickPaths(undefined, [""])).toBeUndefined();
  });

  it("keeps members called like what every object has", () => {
    const odd = JSON.parse('{"__proto__": {"a": 1}, "b": 2}');
    expect(JSON.stringify(pickPaths(odd, ["__proto__.a"]))).toBe('{"__proto__":{"a":1}}');
  });
});
