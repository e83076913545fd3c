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

describe("accounts create", () => {
  test("prints exactly what programs are promised", async () => {
    const { out, err, code } = await project.run(["accounts", "create", "--format", "json"]);
    expect({ err, code }).toEqual({ err: "", code: 0 });
    expect(out).toMatch(
      /^\{"account":"acct_\w{16}","secret_key":"sk_test_\w{32}","publishable_key":"pk_test_\w{32}","version":null\}\n$/,
    );
  });

  test("pins, grants, and makes live keys", async () => {
    const made = await project.json(
      ...["accounts", "create", "--pin", "2014-09-24", "--live"],
      ...["--grant", "charge_has_number", "--grant", "charges_are_not_listed"],
    );
    expect(made).toMatchObject({ version: "2014-09-24" });
    expect(made.secret_key).toMatch(/^sk_live_/);
    const shown = await project.json("accounts", "show", String(made.account));
    expect(shown.granted).toEqual(["charge_has_number", "charges_are_not_listed"]);
  });

  test("shows people the keys and what comes along", async () => {
    const { out } = await project.run(["accounts", "create", "--grant", "charge_has_number"]);
    expect(out).toMatch(/^account {10}acct_\w+\nversion {10}none yet\n/);
    expect(out).toMatch(/\ncoming along {5}charge_has_card\nsecret key {7}sk_test_\w+\n/);
  });

  test.each([
    [["--pin", "2014-09-23"], "version_unknown", "The nearest are 2014-01-01 and 2014-09-24."],
    [["--pin", "gensis"], "version_unknown", "Did you mean genesis?"],
    [["--grant", "charge_has_crad"], "gate_unknown", "Did you mean charge_has_card?"],
    [["--grant", "charge_has_no_receipt"], "gate_planned", "planned, and not built yet"],
  ])("refuses %j, and opens nothing", async (words, code, message) => {
    const count = async () =>
      ((await project.json("accounts", "list", "--limit", "1000")).accounts as unknown[]).length;
    const before = await count();
    const ran = await project.run(["accounts", "create", ...words, "--format=json"]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(JSON.parse(ran.err)).toEqual({
      error: { code, message: expect.stringContaining(message) },
    });
    expect(await count()).toBe(before);
  });
});

describe("accounts show", () => {
  test("tells programs the account, its pins and its keys", async () => {
    const account = await newAccount("--pin", "2014-01-01");
    expect(await project.json("accounts", "show", account)).toEqual({
      account,
      version: "2014-01-01",
      granted: [],
      revoked: [],
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      pins: [{ at: expect.any(String), who: "cli:ada", from: null, to: "2014-01-01" }],
      keys: [
        expect.objectContaining({ account, mode: "test", version: null, revoked_at: null }),
        expect.objectContaining({ account, prefix: expect.stringMatching(/^[sp]k_test_$/) }),
      ],
    });
  });

  test("shows people the same", async () => {
    const account = await newAccount("--pin", "2014-01-01");
    const { out } = await project.run(["accounts", "show", account]);
    expect(out).toMatch(new RegExp(`^account  ${account}\nversion  2014-01-01\ngranted  nothing`));
    expect(out).toMatch(/\nPINNED +FROM +TO +BY\n[-\d]+ [:\d]+Z {2}- {5}2014-01-01 {2}cli:ada\n/);
    expect(out).toMatch(/\nkey_\w+ {2}sk_test_…\w{4} {2}secret +- +active {2}all\n/);
  });
});

test("accounts list pages from the newest on", async () => {
  const [third, second, first] = [await newAccount(), await newAccount(), await newAccount()];
  const ids = (page: Record<string, unknown>) =>
    (page.accounts as { account: string }[]).map(({ account }) => account);
  const page = await project.json("accounts", "list", "--limit", "1");
  expect(page).toEqual({
    accounts: [
      {
        account: expect.any(String),
        version: null,
        granted: [],
        revoked: [],
        created_at: expect.any(String),
      },
    ],
    has_more: true,
  });
  const all = ids(await project.json("accounts", "list", "--limit=1000"));
  expect(all).toEqual(expect.arrayContaining([first, second, third]));
  const [newest = ""] = all;
  expect(ids(page)).toEqual([newest]);
  const rest = await project.json("accounts", "list", "--limit=1000", "--starting-after", newest);
  expect(ids(rest)).toEqual(all.slice(1));
  expect(rest.has_more).toBe(false);
  await project.json("accounts", "grant", newest, "charge_has_card");
  await project.json("accounts", "revoke", newest, "charges_are_not_listed");
  const { out } = await project.run(["accounts", "list", "--limit", "1"]);
  expect(out).toMatch(/^ACCOUNT +VERSION +CREATED +GATES\nacct_/);
  expect(out).toMatch(/Z {2}\+charge_has_card -charges_are_not_listed\n/);
  expect(out).toMatch(new RegExp(`\n\nMore: --starting-after ${newest}\n$`));
});

test("accounts pin moves an account, and says who did it", async () => {
  const account = await newAccount();
  const pin = (version: string) => project.json("accounts", "pin", account, version);
  expect(await pin("2015-02-18")).toEqual({ account, version: "2015-02-18", previous: null });
  expect(await pin("genesis")).toEqual({ account, version: "genesis", previous: "2015-02-18" });
  const again = await project.run(["accounts", "pin", account, "genesis"]);
  expect(again.out).toBe(`${account} is held at genesis already.\n`);
  const back = await project.run(["accounts", "pin", account, "2014-09-24"]);
  expect(back.out).toBe(`${account} is held at 2014-09-24 now; before: genesis.\n`);
  const { version, pins } = await project.json("accounts", "show", account);
  expect(version).toBe("2014-09-24");
  expect(pins).toMatchObject([
    { who: "cli:ada", from: null, to: "2015-02-18" },
    { who: "cli:ada", from: "2015-02-18", to: "genesis" },
    { who: "cli:ada", from: "genesis", to: "2014-09-24" },
  ]);
  expect(await project.run(["accounts", "pin", account, "2014-09-25"])).toEqual({
    code: 1,
    out: "",
    err: "holdfast: There is no version 2014-09-25. The nearest are 2014-09-24 and 2015-02-18.\n",
  });
});

test.each([
  ["show", []],
  ["pin", ["2014-01-01"]],
  ["grant", ["charge_has_card"]],
  ["revoke", ["charge_has_card", "--yes"]],
  ["clear", ["charge_has_card"]],
])("accounts %s says that an account is unknown", async (name, words) => {
  const ran = await project.run(["accounts", name, "acct_none", ...words]);
  expect(ran).toEqual({ code: 1, out: "", err: "holdfast: There is no account acct_none.\n" });
});

test("accounts list says that the account to start after is unknown", async () => {
  const ran = await project.run(["accounts", "list", "--starting-after", "acct_none"]);
  expect(ran).toEqual({ code: 1, out: "", err: "holdfast: There is no account acct_none.\n" });
});
