import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestProject, testProject } from "../testing/project.js";

let project: TestProject;
let account: string;
beforeAll(async () => {
  project = await testProject();
  account = String((await project.json("accounts", "create")).account);
});
afterAll(() => project.remove());

interface Key {
  readonly id: string;
  readonly last_four: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}

async function keyById(id: unknown): Promise<Key | undefined> {
  const { keys } = await project.json("keys", "list", account);
  return (keys as Key[]).find((key) => key.id === id);
}

describe("keys create", () => {
  test("prints exactly what programs are promised", async () => {
    const made = await project.json("keys", "create", account);
    expect(made).toEqual({
      id: expect.stringMatching(/^key_\w{16}$/),
      account,
      kind: "secret",
      mode: "test",
      prefix: "sk_test_",
      last_four: String(made.key).slice(-4),
      version: null,
      permissions: null,
      created_at: expect.any(String),
      expires_at: null,
      revoked_at: null,
      key: expect.stringMatching(/^sk_test_\w{32}$/),
    });
  });

  test("takes a kind, a mode, a pin and permissions", async () => {
    const made = await project.json(
      ...["keys", "create", account, "--kind", "publishable", "--mode", "live"],
      ...["--pin", "2014-01-01", "--permission", "charges.*", "--permission=charges.create"],
    );
    expect(made.key).toMatch(/^pk_live_/);
    expect(made.version).toBe("2014-01-01");
    expect(made.permissions).toEqual(["charges.*", "charges.create"]);
  });

  test("shows people the key", async () => {
    const { out } = await project.run(["keys", "create", account]);
    expect(out).toMatch(/^key {10}sk_test_\w{32}\nid {11}key_\w{16}\naccount {6}acct_/);
  });

  test.each([
    [["--pin", "2014"], 1, "There is no version 2014."],
    [["--permission", "charge.create"], 1, "Did you mean charges.create?"],
    [["--permission", "charge.*"], 1, "Did you mean charges.*?"],
    [["--kind", "secrets"], 2, "--kind is secret or publishable, and not secrets. Did you mean"],
    [["--mode", "prod"], 2, "--mode is test or live, and not prod."],
  ])("refuses %j", async (words, code, message) => {
    const ran = await project.run(["keys", "create", account, ...words]);
    expect(ran).toMatchObject({ code, out: "" });
    expect(ran.err).toContain(message);
  });

  test("says that the account is unknown", async () => {
    const ran = await project.run(["keys", "create", "acct_none"]);
    expect(ran).toEqual({ code: 1, out: "", err: "holdfast: There is no account acct_none.\n" });
  });
});

test("keys list shows no key's text", async () => {
  const made = await project.json("keys", "create", account, "--permission", "charges.list");
  const { out } = await project.run(["keys", "list", account]);
  expect(out).toMatch(/^ID +KEY +KIND +VERSION +STATE +PERMISSIONS\nkey_/);
  expect(out).toContain(`sk_test_…${made.last_four}  secret`);
  expect(out).toMatch(/active {2}charges\.list\n/);
  expect(out).not.toContain(String(made.key));
  expect(JSON.stringify(await project.json("keys", "list", account))).not.toContain(made.key);
});

describe("keys roll", () => {
  test("ends the old key after the overlap", async () => {
    const old = await project.json("keys", "create", account, "--permission", "charges.*");
    const made = await project.json("keys", "roll", String(old.id), "--overlap", "24h");
    expect(made).toMatchObject({ permissions: ["charges.*"], rolled: old.id });
    expect(made.id).not.toBe(old.id);
    const end = Date.parse((await keyById(old.id))?.expires_at ?? "");
    const day = 24 * 60 * 60 * 1000;
    expect(Math.abs(end - Date.now() - day)).toBeLessThan(60_000);
    const { out } = await project.run(["keys", "list", account]);
    expect(out).toMatch(new RegExp(`${old.id}.*ends \\d{4}-`));
  });

  test("ends it at once without one", async () => {
    const old = await project.json("keys", "create", account);
    const { out } = await project.run(["keys", "roll", String(old.id)]);
    expect(out).toMatch(/^key +sk_test_\w+\n/);
    expect(out).toContain(`\n\n${old.id} has ended.\n`);
    const again = await project.run(["keys", "roll", String(old.id), "--format", "json"]);
    expect(again.code).toBe(1);
    expect(JSON.parse(again.err).error.code).toBe("key_not_active");
  });

  test.each(["1", "24", "h", "1w", "-1h", "1.5h"])("refuses an overlap of %s", async (overlap) => {
    const { code, err } = await project.run(["keys", "roll", "key_1", `--overlap=${overlap}`]);
    expect(code).toBe(2);
    expect(err).toContain("--overlap is a time such as 90s, 30m, 24h or 7d");
  });
});

test("keys revoke ends a key", async () => {
  const made = await project.json("keys", "create", account);
  const { out } = await project.run(["keys", "revoke", String(made.id)]);
  expect(out).toBe(`${made.id} is revoked.\n`);
  expect((await keyById(made.id))?.revoked_at).not.toBeNull();
  const none = await project.run(["keys", "revoke", "key_none"]);
  expect(none).toEqual({ code: 1, out: "", err: "holdfast: There is no key key_none.\n" });
});
