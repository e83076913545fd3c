import { expect, test } from "vitest";
import { clients, runsOf } from "./eras.js";
import { resultsTable, tableIn, withTable } from "./results-table.js";

const table = resultsTable((client, run) => client.alias !== "stripe-4" || run.by !== "pin");
const rows = table.split("\n");

test("a row for each version, oldest first, and a column for each client", () => {
  const versions = new Set(clients.flatMap((client) => runsOf(client).map((run) => run.version)));
  expect(rows).toHaveLength(versions.size + 2);
  expect(rows[0]?.split("|")).toHaveLength(clients.length + 3);
  expect(rows[2]).toMatch(/^\| genesis \|/);
});

test("a run that failed is said to have failed", () => {
  expect(rows.find((row) => row.startsWith("| 2017-08-15 "))).toContain("**failed**");
  expect(rows.find((row) => row.startsWith("| 2014-11-05 "))).toContain("| account's pin |");
});

test("the table replaces what stood between the marks, and can be read back", () => {
  const readme = "before\n<!-- clients:begin -->\nold\n<!-- clients:end -->\nafter\n";
  const renewed = withTable(readme, table);
  expect(tableIn(renewed)).toBe(table);
  expect(renewed).toMatch(/^before\n[\s\S]*\nafter\n$/);
  expect(renewed).not.toContain("old");
});

test("a README without the marks is refused", () => {
  expect(tableIn("nothing")).toBeNull();
  expect(() => withTable("nothing", table)).toThrow("the README has no");
});
