import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Json } from "../schema/json.js";
import { diffOpenApi } from "./compare-documents.js";
import { largeDescription } from "./large.fixture.js";

const folder = mkdtempSync(join(tmpdir(), "holdfast-large-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, description: Json): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(description));
  return file;
}

test("one finding for each cause and direction, however many operations reach it", () => {
  const old = written("old.json", largeDescription(60, 40));
  const next = written(
    "new.json",
    largeDescription(60, 40, (all) => {
      const [, , , third] = all;
      if (third) delete third.properties.field_4;
      all[7]?.required.push("field_9");
    }),
  );
  const report = diffOpenApi(old, next);
  const told = report.findings.map(({ severity, direction, operations }) => [
    severity,
    direction,
    operations.length,
  ]);
  expect(told).toEqual([
    ["breaking", "request", 40],
    ["breaking", "response", 40],
    ["breaking", "request", 40],
    ["info", "response", 40],
  ]);
  expect(report.findings.map(({ where }) => where)).toEqual([
    "#/components/schemas/S3/properties/field_4",
    "#/components/schemas/S3/properties/field_4",
    "#/components/schemas/S7/properties/field_9",
    "#/components/schemas/S7/properties/field_9",
  ]);
  expect(diffOpenApi(old, next)).toEqual(report);
});
