import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Docs, docs } from "../docs.js";
import { smallApi } from "../small-api.fixture.js";

let site: Docs;
let parent: string;

beforeAll(async () => {
  site = await docs({ api: smallApi(), baseUrl: "https://api.example", keys: true });
  parent = await mkdtemp(join(tmpdir(), "holdfast-files-"));
});
afterAll(() => rm(parent, { recursive: true, force: true }));

const versions = ["genesis", "2014-09-24", "2015-02-18"];

/** What a host of files would answer: the file, or the index of the folder. */
async function served(folder: string, address: string): Promise<string | undefined> {
  const path = decodeURIComponent(address.split(/[?#]/)[0] ?? "");
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  return readFile(file, "utf8").catch(() => undefined);
}

async function allFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

async function textOf(path: string, query = ""): Promise<string> {
  const request = { method: "GET", path, query, headers: {}, body: new Uint8Array(0) };
  const { body } = await site.handle(request);
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}

/** What a page says, apart from where other pages are. */
function words(html: string | undefined): string {
  const [, main = ""] = /<main[^>]*>(.*)<footer/s.exec(html ?? "") ?? [];
  return main.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

describe("docs as files", () => {
  it("hold every page that the server has, with the same words", async () => {
    const folder = join(parent, "whole");
    const report = await site.writeFiles({ folder, versions });
    expect([report.unchanged, report.removed, report.written > report.pages]).toEqual([0, 0, true]);
    for (const path of ["/docs/", "/docs/charge/", "/docs/charges.create/", "/docs/errors/"]) {
      const newest = words(await textOf(path.slice(0, -1)));
      expect(newest.length).toBeGreaterThan(40);
      expect(words(await served(folder, path))).toBe(newest);
      for (const version of versions) {
        const file = await served(folder, `/docs/v/${version}${path.slice("/docs".length)}`);
        expect(words(file)).toBe(words(await textOf(path.slice(0, -1), `version=${version}`)));
      }
    }
    for (const path of ["/docs/charge.md", "/openapi.yaml", "/changelog.md", "/changelog.json"]) {
      expect(await served(folder, path)).toBeDefined();
    }
  });

  it("link to nothing that is not there", async () => {
    const folder = join(parent, "links");
    await site.writeFiles({ folder, versions, base: "/developers" });
    const pages = (await allFiles(folder)).filter((file) => file.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(20);
    const links = new Set<string>();
    for (const page of pages) {
      const html = await readFile(page, "utf8");
      for (const [, link = ""] of html.matchAll(/(?:href|src|data-url)="([^"#][^"]*)"/g)) {
        if (!link.startsWith("data:")) links.add(link);
      }
      expect(html).not.toContain("data-key-endpoint");
    }
    const broken: string[] = [];
    for (const link of links) {
      if (!link.startsWith("/developers/")) broken.push(link);
      else if (!(await served(folder, link.slice("/developers".length)))) broken.push(link);
    }
    expect(broken).toEqual([]);
  });

  it("are left alone where they are the same, and removed where they are gone", async () => {
    const folder = join(parent, "again");
    const first = await site.writeFiles({ folder, versions });
    const page = join(folder, "docs", "charge", "index.html");
    const { mtimeMs } = await stat(page);
    const second = await site.writeFiles({ folder, versions: ["2014-09-24"] });
    expect(second.removed).toBeGreaterThan(0);
    expect(second.unchanged).toBeGreaterThan(0);
    expect((await stat(join(folder, "openapi.json"))).mtimeMs).toBeLessThanOrEqual(Date.now());
    expect(await served(folder, "/docs/v/genesis/")).toBeUndefined();
    const third = await site.writeFiles({ folder, versions });
    const fourth = await site.writeFiles({ folder, versions });
    expect([fourth.written, fourth.unchanged]).toEqual([0, first.written]);
    expect(third.bytes).toBe(first.bytes);
    expect((await stat(page)).mtimeMs).toBeGreaterThanOrEqual(mtimeMs);
  });

  it("are not written among files of others, unless that is wanted", async () => {
    const folder = join(parent, "theirs");
    await site.writeFiles({ folder: join(folder, "docs"), versions: [] });
    await writeFile(join(folder, "mine.txt"), "mine");
    await expect(site.writeFiles({ folder, versions: [] })).rejects.toThrow("not made here");
    await site.writeFiles({ folder, versions: [], force: true });
    expect(await served(folder, "/mine.txt")).toBe("mine");
    expect(await served(folder, "/docs/charge/")).toBeDefined();
  });

  it("need to know where the API is", async () => {
    const nowhere = await docs({ api: smallApi() });
    const folder = join(parent, "nowhere");
    await expect(nowhere.writeFiles({ folder, versions: [] })).rejects.toThrow("--api-url");
    const report = await nowhere.writeFiles({ folder, versions: [], apiUrl: "https://a.example" });
    expect(report.pages).toBeGreaterThan(3);
    expect(await served(folder, "/docs/charges.create/")).toContain("https://a.example");
  });
});
