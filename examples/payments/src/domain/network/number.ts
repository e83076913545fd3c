import type { CardBrand } from "../../records/index.js";

/** Takes the spaces and dashes out of a card number as people type it. */
export function plainNumber(number: string): string {
  return number.replaceAll(/[\s-]/g, "");
}

/** Whether the last digit is the check digit of the others (ISO/IEC 7812-1, the Luhn formula). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const BRANDS: readonly (readonly [RegExp, CardBrand])[] = [
  [/^4/, "Visa"],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, "MasterCard"],
  [/^3[47]/, "American Express"],
  [/^(6011|64[4-9]|65)/, "Discover"],
  [/^3(0[0-5]|09|6|8|9)/, "Diners Club"],
  [/^35(2[89]|[3-8])/, "JCB"],
  [/^62/, "UnionPay"],
];

/** The brand by the number's first digits. */
export function brandOf(digits: string): CardBrand {
  return BRANDS.find(([start]) => start.test(digits))?.[1] ?? "Unknown";
}
