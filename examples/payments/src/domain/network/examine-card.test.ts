import { describe, expect, test } from "vitest";
import { START } from "../test-kit.js";
import { findFault, requiredDetails } from "./examine-card.js";

const good = { number: "4242424242424242", exp_month: 1, exp_year: 2026, cvc: "123" };

describe("faults as of January 2026", () => {
  test.each([
    [{}, null],
    [{ cvc: null }, null],
    [{ cvc: "1234" }, null],
    [{ number: "4242424242424241" }, "incorrect_number"],
    [{ number: "4242" }, "invalid_number"],
    [{ number: "4242abcd42424242" }, "invalid_number"],
    [{ exp_month: 0 }, "invalid_expiry_month"],
    [{ exp_month: 13 }, "invalid_expiry_month"],
    [{ exp_month: 1.5 }, "invalid_expiry_month"],
    [{ exp_year: 2025, exp_month: 12 }, "invalid_expiry_year"],
    [{ exp_year: 2077 }, "invalid_expiry_year"],
    [{ cvc: "12" }, "invalid_cvc"],
    [{ cvc: "12a" }, "invalid_cvc"],
  ])("%j: %s", (change, fault) => {
    expect(findFault({ ...good, ...change }, START)).toBe(fault);
  });

  test("a month of this year that is over is the month's fault", () => {
    const february = START + 31 * 86_400;
    expect(findFault(good, february)).toBe("invalid_expiry_month");
  });
});

describe("what must be there", () => {
  test.each(["number", "exp_month", "exp_year"])("%s", (name) => {
    const input = { ...good, [name]: undefined };
    expect(() => requiredDetails(input, "card")).toThrow(`card.${name}`);
  });

  test("a year of two digits is of this century", () => {
    expect(requiredDetails({ ...good, exp_year: 30 }, "card").exp_year).toBe(2030);
    expect(requiredDetails({ ...good, exp_year: 2030 }, "card").exp_year).toBe(2030);
  });

  test("an empty CVC is none", () => {
    expect(requiredDetails({ ...good, cvc: "" }, "card").cvc).toBe(null);
  });
});
