import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestProject, testProject } from "../testing/project.js";

let project: TestProject;
beforeAll(async () => {
  project = await testProject();
});
afterAll(() => project.remove());

describe("versions", () => {
  test("for programs", async () => {
    const live = { status: "live", deprecated: null, sunset: null, after: null, link: null };
    expect(await project.json("versions")).toEqual({
      versions: [
        { version: "genesis", built: 0, planned: 0, newest: false, ...live },
        { version: "2013-03-03", built: 1, planned: 0, newest: false, ...live },
        { version: "2014-01-01", built: 1, planned: 1, newest: false, ...live },
        { version: "2014-09-24", built: 0, planned: 0, newest: false, ...live },
        { version: "2015-02-18", built: 1, planned: 0, newest: true, ...live },
      ],
      amends: [],
    });
  });

  test("for people", async () => {
    const { out } = await project.run(["versions"]);
    expect(out.split("\n")).toEqual([
      "VERSION     BUILT  PLANNED",
      "genesis         0        0",
      "2013-03-03      1        0",
      "2014-01-01      1        1",
      "2014-09-24      0        0",
      "2015-02-18      1        0  newest",
      "",
    ]);
  });
});

describe("gates", () => {
  const names = async (...words: string[]) =>
    ((await project.json("gates", ...words)).gates as { gate: string }[]).map(({ gate }) => gate);

  test("for programs", async () => {
    const { gates } = await project.json("gates");
    expect(gates).toContainEqual({
      gate: "charge_has_number",
      version: "2014-01-01",
      status: "built",
      facts: ["charge_card", "token_card"],
      description: "A charge's number is its `card`.",
    });
  });

  test("for people", async () => {
    const { out } = await project.run(["gates"]);
    const lines = out.split("\n");
    expect(lines[0]).toMatch(/^GATE +VERSION +STATUS +FACTS +DESCRIPTION$/);
    expect(lines[3]).toMatch(/^charge_has_no_receipt +2014-01-01 +planned +- +A charge has a/);
    expect(lines.slice(5)).toEqual(["", "4 gates: 3 built, 1 planned", ""]);
  });

  test("picks", async () => {
    expect(await names("--planned")).toEqual(["charge_has_no_receipt"]);
    expect(await names("--built", "--version", "2014-01-01")).toEqual(["charge_has_number"]);
    expect(await names("--built", "--planned")).toHaveLength(4);
    expect(await names("--version", "2014-09-24")).toEqual([]);
    const { out } = await project.run(["gates", "--version", "2014-09-24"]);
    expect(out).toBe("0 gates: 0 built, 0 planned\n");
  });

  test("shows one, with what it changes and what it hangs on", async () => {
    expect(await project.json("gates", "charge_has_number")).toEqual({
      gate: "charge_has_number",
      version: "2014-01-01",
      status: "built",
      facts: ["charge_card", "token_card"],
      description: "A charge's number is its `card`.",
      builds_on: ["charge_has_card"],
      needed_by: [],
      changes: [
        { kind: "renamed", subject: "charge.number" },
        { kind: "renamed", subject: "charges.create number" },
      ],
      amended: [],
    });
    const { out } = await project.run(["gates", "charge_has_card"]);
    expect(out).toContain("builds on  no later gate\nneeded by  charge_has_number\n");
    expect(out).toContain("\n\nCHANGE   OF\nrenamed  charge.card\nrenamed  charges.create card\n");
    const planned = await project.run(["gates", "charge_has_no_receipt"]);
    expect(planned.out).not.toContain("CHANGE");
  });

  test("says what was probably meant", async () => {
    const wrong = await project.run(["gates", "charge_had_card"]);
    expect(wrong).toEqual({
      code: 1,
      out: "",
      err: "holdfast: There is no gate charge_had_card. Did you mean charge_has_card?\n",
    });
    const both = await project.run(["gates", "charge_has_card", "--built"]);
    expect(both.code).toBe(2);
    expect((await project.run(["gates", "--version", "2014"])).code).toBe(1);
  });
});

describe("methods", () => {
  const create = {
    method: "charges.create",
    verb: "POST",
    path: "/v1/charges",
    keys: ["secret", "publishable"],
  };
  const list = { method: "charges.list", verb: "GET", path: "/v1/charges", keys: ["secret"] };

  test("at the newest version and at an older one", async () => {
    expect(await project.json("methods")).toEqual({
      version: "2015-02-18",
      methods: [create, list],
    });
    expect(await project.json("methods", "--version", "genesis")).toEqual({
      version: "genesis",
      methods: [create],
    });
    expect((await project.run(["methods", "--version", "2000-01-01"])).err).toBe(
      "holdfast: There is no version 2000-01-01. The nearest is 2013-03-03.\n",
    );
  });

  test("for people", async () => {
    expect((await project.run(["methods"])).out).toBe(
      "METHOD          VERB  PATH         KEYS\n" +
        "charges.create  POST  /v1/charges  secret, publishable\n" +
        "charges.list    GET   /v1/charges  secret\n",
    );
  });
});

test("what is about the app alone opens no store", async () => {
  await project.run(["versions"]);
  expect(await readdir(project.folder)).toEqual(["package.json"]);
});
