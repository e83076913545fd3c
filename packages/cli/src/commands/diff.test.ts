import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { capture } from "../testing/project.js";

let cwd: string;
const old = `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /orders:
    get:
      operationId: listOrders
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
      responses:
        "200": { description: Orders. }
`;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "holdfast-cli-diff-"));
  await writeFile(join(cwd, "old.yaml"), old);
  await writeFile(join(cwd, "new.yaml"), old.replace("maximum: 100", "maximum: 50"));
  await writeFile(join(cwd, "renamed.yaml"), old.replace("listOrders", "allOrders"));
  await writeFile(join(cwd, "bad.yaml"), "openapi: 3.1.0\npaths:\n  /a: [\n");
  await writeFile(
    join(cwd, "lost.yaml"),
    old.replace("{ description: Orders. }", "{ $ref: '#/nowhere' }"),
  );
});
afterAll(() => rm(cwd, { recursive: true }));

const diff = (...words: readonly string[]) => capture(["diff", ...words], { cwd });

test("what is breaking, for programs", async () => {
  const { code, out } = await diff("old.yaml", "new.yaml", "--format", "json");
  expect(code).toBe(1);
  const report = JSON.parse(out);
  expect(report).toEqual({
    verdict: "breaking",
    findings: [
      {
        id: expect.stringMatching(/^request-maximum-narrower-[0-9a-f]{8}$/),
        severity: "breaking",
        where: "#/paths/~1orders/get/parameters/0/schema",
        operations: ["GET /orders"],
        direction: "request",
        message: "query parameter limit was at most 100 and is now at most 50",
        witness: { at: "query parameter limit", validIn: "old", value: 51 },
      },
    ],
  });
});

test("what is safe", async () => {
  expect(await diff("old.yaml", "old.yaml")).toEqual({
    code: 0,
    out: "safe: nothing has changed\n",
    err: "",
  });
  expect((await diff("new.yaml", "old.yaml")).code).toBe(0);
});

test("the policy decides who must not notice", async () => {
  expect((await diff("old.yaml", "renamed.yaml")).code).toBe(0);
  expect((await diff("old.yaml", "renamed.yaml", "--policy", "client")).code).toBe(1);
});

describe("formats", () => {
  test.each([
    ["text", "breaking  GET /orders  request: query parameter limit was at most 100"],
    ["markdown", "| breaking | GET /orders | request |"],
    ["github", "::error file=new.yaml,line=8,title=GET /orders::request: query parameter limit"],
    ["sarif", '"startLine": 8'],
  ])("%s", async (format, text) => {
    const { code, out } = await diff("old.yaml", "new.yaml", "--format", format);
    expect(code).toBe(1);
    expect(out).toContain(text);
  });
});

describe("what cannot be read ends with 2, and says where", () => {
  test.each([
    ["bad.yaml", /bad\.yaml:\d+: It is not YAML/],
    ["none.yaml", /none\.yaml: There is no such file/],
    ["lost.yaml", /lost\.yaml:10: Nothing stands at #\/nowhere/],
  ])("%s", async (file, message) => {
    const { code, err } = await diff("old.yaml", file);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test("nothing to compare", async () => {
    expect((await diff("old.yaml")).code).toBe(2);
  });
});

test("ten lines at most, unless all are asked for", async () => {
  const paths = Array.from(
    { length: 20 },
    (_, at) => `  /p${at}: { get: { responses: { "200": { description: A. } } } }\n`,
  );
  await writeFile(join(cwd, "many.yaml"), `${old}${paths.join("")}`);
  const { out } = await diff("many.yaml", "old.yaml");
  expect(out.trimEnd().split("\n")).toHaveLength(10);
  expect((await diff("many.yaml", "old.yaml", "--all")).out).toContain("/p19");
});
