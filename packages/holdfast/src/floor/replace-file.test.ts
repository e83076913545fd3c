import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { replaceFile } from "./replace-file.js";

it("leaves one whole text, however many write at once, and nothing beside it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-replace-"));
  try {
    const file = join(folder, "a.txt");
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
    await Promise.all(texts.map((text) => replaceFile(file, text)));
    expect(texts).toContain(await readFile(file, "utf8"));
    await expect(replaceFile(folder, "a folder stands there")).rejects.toThrow();
    expect(await readdir(folder)).toEqual(["a.txt"]);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith(`${folder}.`))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
