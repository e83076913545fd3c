import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sqlitePlace } from "../testing/places.js";
import { findPepper } from "./pepper.js";
import { pepperOfFolder } from "./pepper-file.js";

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const place = await sqlitePlace();
  try {
    await use(join(place.options.dataFolder ?? "", "data"));
  } finally {
    await place.remove();
  }
}

describe("pepperOfFolder", () => {
  test("makes a file that only its owner can read, and reads it ever after", () =>
    withFolder(async (folder) => {
      const pepper = await pepperOfFolder(folder);
      expect(pepper).toMatch(/^[\w-]{43}$/);
      expect((await stat(join(folder, "pepper"))).mode & 0o777).toBe(0o600);
      expect(await readFile(join(folder, "pepper"), "utf8")).toBe(pepper);
      expect(await pepperOfFolder(folder)).toBe(pepper);
    }));

  test("twenty at once agree, and leave one file", () =>
    withFolder(async (folder) => {
      const peppers = await Promise.all(Array.from({ length: 20 }, () => pepperOfFolder(folder)));
      expect(new Set(peppers).size).toBe(1);
      expect(await readdir(folder)).toEqual(["pepper"]);
    }));

  test("passes on what keeps it from reading", () =>
    withFolder(async (folder) => {
      await pepperOfFolder(folder);
      await expect(pepperOfFolder(join(folder, "pepper"))).rejects.toMatchObject({
        code: "EEXIST",
      });
    }));
});

describe("findPepper", () => {
  const url = "postgres://localhost/test";
  const production = { NODE_ENV: "production" };

  test("prefers the option, then the environment, then the file", () =>
    withFolder(async (dataFolder) => {
      const environment = { HOLDFAST_PEPPER: "from the environment" };
      const option = { pepper: "from the option, sure" };
      expect(await findPepper({ ...option, dataFolder }, environment)).toBe(option.pepper);
      expect(await findPepper({ dataFolder }, environment)).toBe("from the environment");
      expect(await findPepper({ dataFolder }, production)).toBe(await pepperOfFolder(dataFolder));
      expect(await findPepper({ dataFolder, url }, {})).toBe(await pepperOfFolder(dataFolder));
    }));

  test("says what is missing in production on PostgreSQL", () =>
    withFolder(async (dataFolder) => {
      const missing = {
        code: "pepper_missing",
        message: expect.stringContaining("HOLDFAST_PEPPER"),
      };
      await expect(findPepper({ dataFolder, url }, production)).rejects.toMatchObject(missing);
      await expect(findPepper({ url }, {})).rejects.toMatchObject(missing);
    }));

  test("refuses one that is short", async () => {
    const short = findPepper({ pepper: "15 characters.." }, {});
    await expect(short).rejects.toMatchObject({ code: "invalid_argument" });
  });
});
