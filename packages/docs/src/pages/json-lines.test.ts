import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonLines } from "./json-lines.js";

function written(lines: ReturnType<typeof jsonLines>): string {
  return lines
    .map(({ indent, member, text, comma }) => {
      const name = member === undefined ? "" : `${JSON.stringify(member)}: `;
      return `${"  ".repeat(indent)}${name}${text}${comma ? "," : ""}`;
    })
    .join("\n");
}

describe("jsonLines", () => {
  it("writes any value as JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(written(jsonLines(plain))).toBe(JSON.stringify(plain, null, 2));
      }),
    );
  });

  it("says the way to every member, lists left out", () => {
    const lines = jsonLines({ source: { last4: "4242" }, refunds: [{ id: "re_1" }] });
    const ways = lines
      .filter(({ member }) => member !== undefined)
      .map(({ path }) => path.join("."));
    expect(ways).toEqual(["source", "source.last4", "refunds", "refunds.id"]);
  });
});
