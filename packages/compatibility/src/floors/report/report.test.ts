import { afterAll, beforeAll, expect, test } from "vitest";
import type { FloorCheck } from "../check-floors.js";
import { check, labApi, labFloors, released } from "../lab.fixture.js";
import { asGithub } from "./as-github.js";
import { asJson } from "./as-json.js";
import { asMarkdown } from "./as-markdown.js";
import { asSarif } from "./as-sarif.js";
import { asText } from "./as-text.js";

let found: FloorCheck;
let safe: FloorCheck;
let floors: Awaited<ReturnType<typeof labFloors>>;
beforeAll(async () => {
  floors = await labFloors();
  const spec = released();
  delete spec.charge.fee;
  delete spec.create.note;
  spec.errorOptions = { ...spec.errorOptions, status: 400 };
  spec.events = { "charge.failed": {} };
  const sources = ({ name }: { readonly name: string }) => ({
    name: name === "charge" ? "charge" : "create",
    module: "../lab.js",
    file: "/app/src/lab.ts",
    line: 12,
  });
  found = await check(labApi(spec), floors.folder, { sources });
  safe = await check(labApi(released()), floors.folder);
});
afterAll(() => floors.remove());

test("text: ten lines, unless all are asked for", () => {
  const text = asText(found, { root: "/app" });
  const lines = text.split("\n");
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe("Breaking: 4 promises of 4 versions would be broken.");
  expect(lines.at(-1)).toMatch(/^… \d+ lines more: --all$/);
  const all = asText(found, { root: "/app", all: true });
  expect(all).toContain('export default gate("charge_has_fee", [');
  expect(all).toContain('before: {"fee":1}, now: {}');
  expect(all).toContain("(src/lab.ts:12)");
  expect(asText(found, { root: "/app", columns: 40 }).split("\n")[2]).toHaveLength(40);
  expect(asText(safe, { root: "/app" })).toBe("Safe: what 4 versions promised is served.");
});

test("JSON: names that stay", () => {
  expect(asJson(found)).toMatchObject({
    verdict: "breaking",
    versions: 4,
    findings: [
      { id: "status_changed", direction: "response" },
      { id: "event_gone", direction: "webhook", operations: ["charge.succeeded"] },
      {
        id: "field_gone",
        severity: "breaking",
        where: "charges.create note",
        operations: ["charges.create"],
        direction: "request",
        message: "The param `note` of `charges.create` is no longer there.",
        witness: { sent: { note: "a" }, now: "refused: parameter_unknown of note" },
        versions: "genesis to 2016-01-01",
        line: 12,
      },
      { id: "field_gone", where: "charge.fee", mend: { gate: "charge_has_fee" } },
    ],
    additions: [],
    unfloored: [],
  });
});

test("Markdown: docs, changelog, payload and mend", () => {
  const text = asMarkdown(found, "/app");
  expect(text).toContain("## Breaking: 4 promises would be broken");
  expect(text).toContain("| `charge.fee` | What it cost. | – |");
  expect(text).toContain("After: The field `fee` of `charge` is no longer there.");
  expect(text).toContain('import { charge } from "../lab.js";');
  expect(asMarkdown(safe, "/app")).toBe("## Safe: every promise is kept");
});

test("GitHub: one annotation for each, at the line of the definition", () => {
  const lines = asGithub(found, "/app").split("\n");
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^::error file=src\/lab\.ts,line=12,title=field_gone::The param `note`/);
});

test("SARIF 2.1.0: rules, results, places", () => {
  expect(asSarif(found, "/app")).toMatchObject({
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { rules: [{ id: "event_gone" }, { id: "field_gone" }, { id: "status_changed" }] },
        },
        results: [
          { ruleId: "status_changed", level: "error" },
          { ruleId: "event_gone" },
          {
            ruleId: "field_gone",
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "src/lab.ts" },
                  region: { startLine: 12 },
                },
              },
            ],
          },
          { ruleId: "field_gone" },
        ],
      },
    ],
  });
});
