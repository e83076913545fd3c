import { describe, expect, test } from "vitest";
import { commands } from "./commands/index.js";
import { capture } from "./testing/project.js";

const words = (line: string) => line.split(" ").filter((word) => word !== "");
const run = (line: string) => capture(words(line), { cwd: "/" });

describe("help", () => {
  test.each(commands.map((command) => [command.name, command] as const))(
    "%s has usage, options and an example",
    async (name, command) => {
      const { code, out, err } = await run(`${name} --help`);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out.startsWith(`${command.summary}\n`)).toBe(true);
      expect(out).toContain(`\nUsage: holdfast ${name} `);
      for (const option of [...Object.keys(command.options), "format", "help"]) {
        expect(out).toMatch(new RegExp(`\n  --${option}( \\S+)? {2,}\\S`));
      }
      for (const { placeholder, description } of Object.values(command.arguments)) {
        expect(out).toMatch(new RegExp(`\n  ${placeholder} +${description}`));
      }
      expect(out).toMatch(new RegExp(`\nExample:\n  holdfast ${name}( |\n)`));
      expect(await run(`help ${name}`)).toEqual({ code, out, err });
      expect(await run(`--help ${name}`)).toEqual({ code, out, err });
      expect(await run(`${name} --bad -h`)).toEqual({ code, out, err });
    },
  );

  test("the whole command lists all of them", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    for (const { name, summary } of commands)
      expect(out).toContain(`  ${name.padEnd(15)}  ${summary}`);
    for (const line of ["", "-h", "help"]) expect((await run(line)).out).toBe(out);
  });

  test("a group lists its own", async () => {
    const { out } = await run("keys");
    expect(out).toContain("keys roll");
    expect(out).not.toContain("accounts create");
    expect((await run("keys --help")).out).toBe(out);
  });
});

test("--version", async () => {
  expect((await run("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await run("--version --format json")).out).toMatch(/^\{"version":"\d+\.\d+\.\d+"\}\n$/);
});

describe("usage errors", () => {
  const see = (name: string) => ` See holdfast ${name} --help.`;
  test.each([
    ["acounts create", 'There is no command "acounts create". Did you mean accounts create?'],
    ["accounts crate", 'There is no command "accounts crate". Did you mean accounts create?'],
    ["gatez charge_has_card", 'There is no command "gatez charge_has_card". Did you mean gates?'],
    ["frobnicate", 'There is no command "frobnicate".'],
    ["--froamt=json", "There is no option --froamt. Did you mean --format?"],
    ["keys --limit 3", "There is no option --limit."],
    ["--format yaml", "--format is text or json, and not yaml."],
    [
      "accounts create --pni x",
      `There is no option --pni. Did you mean --pin?${see("accounts create")}`,
    ],
    ["accounts create -p x", `There is no option -p.${see("accounts create")}`],
    ["accounts create --constructor", `There is no option --constructor.${see("accounts create")}`],
    ["accounts create --__proto__ x", `There is no option --__proto__.${see("accounts create")}`],
    ["accounts create --pin", `--pin needs a value: --pin VERSION.${see("accounts create")}`],
    [
      "accounts create --pin --live",
      `--pin needs a value: --pin VERSION.${see("accounts create")}`,
    ],
    ["accounts create --pin=", `--pin needs a value: --pin VERSION.${see("accounts create")}`],
    ["accounts create --live=no", `--live takes no value.${see("accounts create")}`],
    ["accounts create --pin a --pin b", `--pin is given twice.${see("accounts create")}`],
    ["accounts create now", `accounts create does not take "now".${see("accounts create")}`],
    ["accounts show", `accounts show needs ACCOUNT: the account's id.${see("accounts show")}`],
    ["accounts grant a", `accounts grant needs GATE: gates to give it.${see("accounts grant")}`],
    [
      "accounts list --limit 0",
      `--limit is a whole number from 1 to 1000, and not 0.${see("accounts list")}`,
    ],
    [
      "accounts list --limit 1e2",
      `--limit is a whole number from 1 to 1000, and not 1e2.${see("accounts list")}`,
    ],
    ["versions --format", `--format needs a value: --format text|json.${see("versions")}`],
    ["versions --format xml", `--format is text or json, and not xml.${see("versions")}`],
  ])("%s", async (line, message) => {
    expect(await run(line)).toEqual({ code: 2, out: "", err: `holdfast: ${message}\n` });
  });

  test.each(["--format json accounts show", "accounts show --format=json"])(
    "%s: as JSON",
    async (line) => {
      const { code, out, err } = await run(line);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(JSON.parse(err)).toEqual({
        error: {
          code: "usage",
          message:
            "accounts show needs ACCOUNT: the account's id. See holdfast accounts show --help.",
        },
      });
    },
  );
});
