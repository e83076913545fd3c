import fc from "fast-check";
import { expect, test } from "vitest";
import { brandOf, passesLuhn, plainNumber } from "./number.js";
import { TEST_CARDS, TEST_TOKENS } from "./test-cards.js";

test("every test number passes the Luhn formula, and every token stands for one", () => {
  for (const number of TEST_CARDS.keys())
    expect([number, passesLuhn(number)]).toEqual([number, true]);
  for (const number of TEST_TOKENS.values()) expect(TEST_CARDS.has(number)).toBe(true);
});

test("one changed digit is always found", () => {
  const digits = fc.array(fc.nat(9), { minLength: 11, maxLength: 18 });
  fc.assert(
    fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, at, step) => {
      const check = Array.from({ length: 10 }, (_, digit) => [...body, digit]).find((candidate) =>
        passesLuhn(candidate.join("")),
      );
      if (check === undefined) throw new Error("no digit completes the number");
      const place = at % check.length;
      const changed = check.map((digit, index) => (index === place ? (digit + step) % 10 : digit));
      expect(passesLuhn(changed.join(""))).toBe(false);
    }),
  );
});

test.each([
  ["4242424242424242", "Visa"],
  ["5555555555554444", "MasterCard"],
  ["2223003122003222", "MasterCard"],
  ["378282246310005", "American Express"],
  ["371449635398431", "American Express"],
  ["6011111111111117", "Discover"],
  ["3056930009020004", "Diners Club"],
  ["38520000023237", "Diners Club"],
  ["3566002020360505", "JCB"],
  ["6200000000000005", "UnionPay"],
  ["9999999999999995", "Unknown"],
])("%s is of brand %s", (number, brand) => {
  expect(brandOf(number)).toBe(brand);
});

test("spaces and dashes are taken out", () => {
  expect(plainNumber("4242 4242-4242 4242")).toBe("4242424242424242");
});
