import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestProject, testProject } from "../testing/project.js";

let project: TestProject;
beforeAll(async () => {
  project = await testProject();
});
afterAll(() => project.remove());

test("proves every method at every version, for programs", async () => {
  const report = await project.json("check", "--matrix", "--seed", "7", "--runs", "3");
  expect(report).toMatchObject({
    seed: 7,
    runs: 3,
    methods: 2,
    versions: 5,
    // The oldest version has no charges.list.
    pairs: 9,
    failures: [],
    unproven: [],
  });
});

test("for people, with a bar on a terminal", async () => {
  const words = ["check", "--matrix", "--runs", "1", "--seed", "7"];
  const { out, err, code } = await project.run(words, { columns: 80 });
  expect(code).toBe(0);
  expect(out).toContain("methods × versions: 2 × 5 = 9 pairs");
  expect(out).toContain("seed 7");
  expect(err).toContain("100%");
  expect((await project.run(words)).err).toBe("");
});

test("says what does not hold, and ends with 1", async () => {
  const broken = await testProject("lossy-app.ts");
  const words = ["check", "--matrix", "--seed", "7", "--runs", "1"];
  const { code, out } = await broken.run(words);
  await broken.remove();
  expect(code).toBe(1);
  expect(out).toContain("the gate to blame: charge_has_card");
});

test("needs to be told what to check", async () => {
  expect(await project.run(["check"])).toMatchObject({ code: 2, out: "" });
});
