import { describe, expect, test } from "vitest";
import { colours } from "./colour.js";
import { table } from "./table.js";

const columns = [
  { title: "NAME" },
  { title: "N", right: true },
  { title: "FACTS", cut: true },
  { title: "TEXT", cut: true },
];
const rows = [
  ["a", "1", "fact_one", "A long text that goes on and on,\n  over lines."],
  ["a_long_name", "20", "-", "Short."],
];
const draw = (width: number | undefined, coloured = false) =>
  table(columns, rows, { columns: width, colours: colours(coloured) });

describe("table", () => {
  test("is as wide as it needs to be where nothing limits it", () => {
    expect(draw(undefined)).toBe(
      [
        "NAME          N  FACTS     TEXT",
        "a             1  fact_one  A long text that goes on and on, over lines.",
        "a_long_name  20  -         Short.",
      ].join("\n"),
    );
  });

  test("cuts the widest text first", () => {
    expect(draw(50)).toBe(
      [
        "NAME          N  FACTS     TEXT",
        "a             1  fact_one  A long text that goes…",
        "a_long_name  20  -         Short.",
      ].join("\n"),
    );
  });

  test("never cuts names, however narrow the page", () => {
    const drawn = draw(10);
    expect(drawn).toContain("a_long_name");
    expect(drawn).toContain("fact_one  A long text…");
  });

  test("colours do not move anything", () => {
    const coloured = draw(50, true);
    expect(coloured).toContain("\u001b[2mNAME\u001b[22m ");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    const plain = coloured.replace(/\u001b\[\d+m/g, "");
    expect(plain).toBe(draw(50));
  });
});
