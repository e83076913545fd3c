import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestProject, testProject } from "../testing/project.js";

let project: TestProject;
beforeAll(async () => {
  project = await testProject();
});
afterAll(() => project.remove());

async function newAccount(...words: string[]): Promise<string> {
  return String((await project.json("accounts", "create", ...words)).account);
}

async function exceptions(account: string) {
  const { granted, revoked } = await project.json("accounts", "show", account);
  return { granted, revoked };
}

/** Answers, and remembers what it was asked. */
function answering(answer: string) {
  const questions: string[] = [];
  const ask = async (question: string) => {
    questions.push(question);
    return answer;
  };
  return { questions, ask };
}

describe("accounts grant", () => {
  test("needs no answer where nothing comes along", async () => {
    const account = await newAccount();
    const { questions, ask } = answering("n");
    const words = ["accounts", "grant", account, "charge_has_card", "charges_are_not_listed"];
    const { code, out } = await project.run(words, { ask });
    expect(code).toBe(0);
    expect(out).toBe(`${account} has charge_has_card and charges_are_not_listed now.\n`);
    expect(questions).toEqual([]);
    expect((await exceptions(account)).granted).toEqual([
      "charge_has_card",
      "charges_are_not_listed",
    ]);
  });

  test("refuses where nobody can answer, and names what comes along", async () => {
    const account = await newAccount();
    const ran = await project.run(["accounts", "grant", account, "charge_has_number"]);
    expect(ran).toEqual({
      code: 1,
      out: "",
      err: `holdfast: Granting charge_has_number to ${account} brings along charge_has_card: confirm with --yes.\n`,
    });
    expect((await exceptions(account)).granted).toEqual([]);
  });

  test.each(["", "n", "yess", "no"])("changes nothing when the answer is %j", async (answer) => {
    const account = await newAccount();
    const { questions, ask } = answering(answer);
    const ran = await project.run(["accounts", "grant", account, "charge_has_number"], { ask });
    expect(questions).toEqual(["Go on? [y/N] "]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toBe(
      `Granting charge_has_number to ${account} brings along 1 gate:\n\n` +
        "GATE             VERSION     DESCRIPTION\n" +
        "charge_has_card  2015-02-18  A charge's card is its source.\n\n" +
        "holdfast: Not confirmed: nothing was changed.\n",
    );
    expect((await exceptions(account)).granted).toEqual([]);
  });

  test.each(["y", "Y", " yes "])("goes on when the answer is %j", async (answer) => {
    const account = await newAccount();
    const { ask } = answering(answer);
    const ran = await project.run(["accounts", "grant", account, "charge_has_number"], { ask });
    expect(ran).toMatchObject({
      code: 0,
      out: `${account} has charge_has_number now, and with it charge_has_card.\n`,
    });
    expect((await exceptions(account)).granted).toEqual(["charge_has_number"]);
  });

  test("--yes goes on unasked, and JSON stays clean", async () => {
    const account = await newAccount("--pin", "2015-02-18");
    expect(await project.json("accounts", "grant", account, "charge_has_number", "--yes")).toEqual({
      account,
      version: "2015-02-18",
      granted: ["charge_has_number"],
      revoked: [],
      along: ["charge_has_card"],
    });
  });

  test("does not ask for what was named or granted before", async () => {
    const both = await newAccount();
    const words = ["accounts", "grant", both, "charge_has_number", "charge_has_card"];
    expect((await project.run(words)).code).toBe(0);
    const before = await newAccount("--grant", "charge_has_card");
    expect((await project.run(["accounts", "grant", before, "charge_has_number"])).code).toBe(0);
  });

  test("says which revoked gate stands in the way", async () => {
    const account = await newAccount();
    await project.json("accounts", "revoke", account, "charge_has_card", "--yes");
    const words = ["accounts", "grant", account, "charge_has_number", "--yes"];
    const { code, err } = await project.run(words);
    expect(code).toBe(1);
    expect(err).toContain(
      `charge_has_number builds on charge_has_card, which is revoked for ${account}`,
    );
    await project.json("accounts", "clear", account, "charge_has_card");
    expect((await project.run(words)).code).toBe(0);
  });
});

describe("accounts revoke", () => {
  test("asks about the earlier gates that go along", async () => {
    const account = await newAccount();
    const words = ["accounts", "revoke", account, "charge_has_card"];
    expect((await project.run(words)).err).toContain("takes along charge_has_number: confirm");
    const { ask, questions } = answering("y");
    const { out } = await project.run(words, { ask });
    expect(questions.length).toBe(1);
    expect(out).toBe(`${account} lacks charge_has_card now, and with it charge_has_number.\n`);
    expect(await exceptions(account)).toEqual({ granted: [], revoked: ["charge_has_card"] });
  });

  test("needs no answer where nothing goes along", async () => {
    const account = await newAccount();
    const ran = await project.run(["accounts", "revoke", account, "charge_has_number"]);
    expect(ran).toEqual({ code: 0, out: `${account} lacks charge_has_number now.\n`, err: "" });
  });

  test("turns a grant round", async () => {
    const account = await newAccount("--grant", "charge_has_number");
    await project.json("accounts", "revoke", account, "charge_has_number");
    expect(await exceptions(account)).toEqual({ granted: [], revoked: ["charge_has_number"] });
  });
});

describe("accounts clear", () => {
  test("clears what was granted or revoked", async () => {
    const account = await newAccount("--grant", "charge_has_card");
    await project.json("accounts", "revoke", account, "charge_has_number");
    expect(
      await project.json("accounts", "clear", account, "charge_has_card", "charge_has_number"),
    ).toEqual({ account, version: null, granted: [], revoked: [], along: [] });
  });

  test("refuses what is neither, and clears nothing", async () => {
    const account = await newAccount("--grant", "charge_has_card");
    const words = ["accounts", "clear", account, "charge_has_card", "charge_has_carp"];
    expect(await project.run(words)).toEqual({
      code: 1,
      out: "",
      err: `holdfast: charge_has_carp is neither granted nor revoked for ${account}. Did you mean charge_has_card?\n`,
    });
    expect((await exceptions(account)).granted).toEqual(["charge_has_card"]);
  });
});
