import { describe, expect, test } from "vitest";
import { colours } from "./colour.js";
import { table } from "./table.js";

const columns = [
  { title: "NAME" },
  { title: "N", right: true },
  { title: "FACTS", cut: "first" },
  { title: "TEXT", cut: "last" },
] as const;
const rows = [
  ["a", "1", "a_fact_with_a_very_long_name", "A long text that goes on and on,\n  over lines."],
  ["a_long_name", "20", "-", "Short."],
];
const draw = (width: number | undefined, coloured = false) =>
  table(columns, rows, { columns: width, colours: colours(coloured) }).split("\n");

describe("table", () => {
  test("is as wide as it needs to be where nothing limits it", () => {
    expect(draw(undefined)).toEqual([
      "NAME          N  FACTS                         TEXT",
      "a             1  a_fact_with_a_very_long_name  A long text that goes on and on, over lines.",
      "a_long_name  20  -                             Short.",
    ]);
  });

  test("cuts the first column that may be cut, then the last", () => {
    expect(draw(90)).toEqual([
      "NAME          N  FACTS                        TEXT",
      "a             1  a_fact_with_a_very_long_na…  A long text that goes on and on, over lines.",
      "a_long_name  20  -                            Short.",
    ]);
    expect(draw(60)).toEqual([
      "NAME          N  FACTS                 TEXT",
      "a             1  a_fact_with_a_very_…  A long text that goe…",
      "a_long_name  20  -                     Short.",
    ]);
  });

  test("leaves the first out where both would be too narrow to read", () => {
    expect(draw(58)).toEqual([
      "NAME          N  TEXT",
      "a             1  A long text that goes on and on, over li…",
      "a_long_name  20  Short.",
    ]);
  });

  test("never cuts names, however narrow the page", () => {
    expect(draw(10)).toEqual([
      "NAME          N  TEXT",
      "a             1  A lon…",
      "a_long_name  20  Short.",
    ]);
  });

  test.each([30, 58, 59, 60, 80, 90, 91, 92])("keeps to %d columns", (width) => {
    for (const line of draw(width)) expect(line.length).toBeLessThanOrEqual(width);
  });

  test("colours do not move anything", () => {
    const coloured = draw(60, true).join("\n");
    expect(coloured).toContain("\u001b[2mNAME\u001b[22m ");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(coloured.replace(/\u001b\[\d+m/g, "").split("\n")).toEqual(draw(60));
  });
});
