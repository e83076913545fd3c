import { expect, test } from "vitest";
import type { Group } from "./figures.js";
import { toJson, toText } from "./show.js";

const summary = { median: 1.1004, least: 1, greatest: 1.2 };
const groups: readonly Group[] = [
  {
    heading: "Requests",
    figures: [
      {
        name: "time",
        unit: "µs",
        summary: { median: 12.34, least: 9, greatest: 20 },
        target: null,
      },
      { name: "kept", unit: "ratio", summary, target: { atMost: 1.15 } },
      { name: "missed by a hair", unit: "ratio", summary, target: { atMost: 1.1 } },
    ],
  },
];

test("JSON judges what was measured, not what it rounds to", () => {
  expect(toJson(groups)).toEqual([
    { name: "time", value: 12.3, unit: "µs", target: null, met: null },
    { name: "kept", value: 1.1, unit: "ratio", target: 1.15, met: true },
    { name: "missed by a hair", value: 1.1, unit: "ratio", target: 1.1, met: false },
  ]);
});

test("text shows medians, spread and targets in columns", () => {
  expect(toText(groups, false).split("\n")).toEqual([
    "Requests",
    "                      median   least – greatest   target",
    "  time               12.3 µs         9.0 – 20.0",
    "  kept                1.100×      1.000 – 1.200   ≤ 1.15 met",
    "  missed by a hair    1.100×      1.000 – 1.200   ≤ 1.10 missed",
  ]);
});

test("colour marks what is met and what is missed", () => {
  const text = toText(groups, true);
  expect(text).toContain("\u001b[32m  kept");
  expect(text).toContain("\u001b[31m  missed");
});
