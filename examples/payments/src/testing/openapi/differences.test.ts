import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diffOpenApi } from "@holdfast/compatibility";
import { toYaml } from "@holdfast/docs";
import { afterAll, expect, test } from "vitest";
import { documentOf, versions } from "./documents.fixture.js";

// Descriptions are read by the reader of `holdfast diff`, which was written for those of others.

const folder = mkdtempSync(join(tmpdir(), "holdfast-openapi-"));
afterAll(() => rmSync(folder, { recursive: true }));

const RENAMED = "2015-02-18";
const before = versions[versions.indexOf(RENAMED) - 1] ?? "";

function written(version: string, format: "json" | "yaml"): string {
  const file = join(folder, `${version}.${format}`);
  const document = documentOf(version);
  writeFileSync(file, format === "json" ? JSON.stringify(document) : toYaml(document));
  return file;
}

test("a description differs in nothing from itself, as JSON and as YAML", () => {
  const report = diffOpenApi(written(RENAMED, "json"), written(RENAMED, "yaml"));
  expect(report.findings).toEqual([]);
}, 120_000);

test("what a version broke is found between two descriptions", () => {
  const report = diffOpenApi(written(before, "json"), written(RENAMED, "json"));
  expect(report.verdict).toBe("breaking");
  const breaking = report.findings.filter(({ severity }) => severity === "breaking");
  const answers = breaking.filter(({ direction }) => direction === "response");
  // `card` of a charge became `source`, and is not taken any longer.
  expect(answers.map(({ message }) => message).join("\n")).toContain("card");
  const requests = breaking.filter(({ direction }) => direction === "request");
  expect(requests.flatMap(({ operations }) => operations)).toContain("POST /v1/charges");
}, 120_000);
