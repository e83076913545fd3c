import { expect, it } from "vitest";
import { withAddresses } from "./links.js";

it.each([
  ["see [errors](errors).", "see [errors](</docs/errors.md>)."],
  ["[`a.b`](charges.create#card)", "[`a.b`](</docs/charges.create.md#card>)"],
  [
    "[a](<guides/errors> 'b') [c](charge)",
    "[a](</docs/guides/errors.md> 'b') [c](</docs/charge.md>)",
  ],
  ["[a][b]\n\n[b]: guides/testing", "[a][b]\n\n[b]: </docs/guides/testing.md>"],
  [
    "[a](https://a.example/b) [c](#here) [d](/docs)",
    "[a](https://a.example/b) [c](#here) [d](/docs)",
  ],
  ["`[a](charge)` and ``[a](charge)` ``", "`[a](charge)` and ``[a](charge)` ``"],
  ["```md\n[a](charge)\n```", "```md\n[a](charge)\n```"],
  ["~~~\n[a](charge)\n~~~\n[b](charge)", "~~~\n[a](charge)\n~~~\n[b](</docs/charge.md>)"],
])("%j leads to addresses", (markdown, expected) => {
  expect(withAddresses(markdown, (slug) => `/docs/${slug}.md`)).toBe(expected);
});
