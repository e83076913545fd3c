import { behaviour, method, t } from "../index.js";
import { example } from "./example.fixture.js";
import { calls, resourceOf } from "./rows.fixture.js";

// #region definitions
const coupon = resourceOf("coupon", {
  off: t.integer().optional().describe("How much."),
  born: t.string().describe("The stamp, which need not be shown."),
});
const createCoupon = method("coupons.create", {
  route: "POST /v1/coupons",
  description: "Makes a coupon.",
  returns: coupon,
}).execute(async ({ gates }) => ({ born: gates.stamp() }) as never);
const useCoupon = method("coupons.use", {
  route: "POST /v1/coupons/use",
  description: "Uses a coupon.",
  params: { born: t.string().describe("The stamp that was stored with it.") },
  returns: coupon,
  asks: ["coupons_round_up"],
}).execute(async ({ params: { born }, gates }) => {
  const off = gates.of(born).has("coupons_round_up") ? 3 : 2;
  return { off, born } as never;
});
// #endregion
const old = { off: 3, born: "genesis" };
const young = { off: 2, born: "2011-01-01" };

export default example(
  {
    coupons_round_up: [
      // #region gate
      behaviour(),
      // #endregion
    ],
  },
  [
    calls(createCoupon, "body", [{}, { born: "2011-01-01" }], [{}, { born: "genesis" }]),
    calls(useCoupon, "body", [{ born: "genesis" }, old], [{ born: "genesis" }, old]),
    calls(useCoupon, "body", [{ born: "2011-01-01" }, young], [{ born: "2011-01-01" }, young]),
  ],
  { resources: [coupon] },
);
