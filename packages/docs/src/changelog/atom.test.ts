import { describe, expect, it } from "vitest";
import { type Element, parseXml } from "./atom.fixture.js";
import { atomOf } from "./atom.js";
import { changelogOf } from "./changelog.js";
import { NO_FILTERS } from "./filters.js";
import { labAdditions, labApi, labSamples } from "./lab.fixture.js";

const api = labApi();
const changelog = changelogOf(api, labSamples(api), { additions: labAdditions });
const links = {
  feed: "https://docs.example.com/changelog.atom?a=1&b=2",
  page: "https://docs.example.com/changelog",
  release: (version: string) => `https://docs.example.com/changelog/${version}`,
};
const now = Date.parse("2026-11-21T12:00:00Z");
const text = atomOf(changelog, links, NO_FILTERS, now);

const all = (parent: Element, name: string) => parent.children.filter((one) => one.name === name);
const only = (parent: Element, name: string): Element => {
  const found = all(parent, name);
  expect(found).toHaveLength(1);
  return found[0] as Element;
};
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const ID = /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** What RFC 4287 asks of a feed like ours, in its section 4. */
function checkFeed(feed: Element): void {
  expect(feed.name).toBe("feed");
  expect(feed.attributes).toEqual({ xmlns: "http://www.w3.org/2005/Atom" });
  expect(only(feed, "id").text).toMatch(ID);
  expect(only(feed, "title").text).not.toBe("");
  expect(only(feed, "updated").text).toMatch(DATE);
  expect(only(only(feed, "author"), "name").text).not.toBe("");
  const rels = all(feed, "link").map(({ attributes }) => attributes.rel);
  expect(rels.sort()).toEqual(["alternate", "self"]);
  const entries = all(feed, "entry");
  const known = new Set(["id", "title", "updated", "author", "link", "entry"]);
  expect(feed.children.filter(({ name }) => !known.has(name))).toEqual([]);
  for (const entry of entries) {
    expect(only(entry, "id").text).toMatch(ID);
    expect(only(entry, "title").text).not.toBe("");
    expect(only(entry, "updated").text).toMatch(DATE);
    expect(only(entry, "published").text <= only(entry, "updated").text).toBe(true);
    expect(only(entry, "link").attributes.rel).toBe("alternate");
    expect(URL.canParse(only(entry, "link").attributes.href ?? "")).toBe(true);
    expect(only(entry, "content").attributes).toEqual({ type: "html" });
  }
  const ids = entries.map((entry) => only(entry, "id").text);
  expect(new Set(ids).size).toBe(ids.length);
  const dates = entries.map((entry) => only(entry, "updated").text);
  expect(dates).toEqual([...dates].sort().reverse());
  expect(only(feed, "updated").text).toBe(dates[0] ?? "1970-01-01T00:00:00Z");
}

describe("atomOf", () => {
  it("is a feed by RFC 4287", () => {
    checkFeed(parseXml(text));
  });

  it("tells of everything that happened by now, newest first", () => {
    const titles = all(parseXml(text), "entry").map((entry) => only(entry, "title").text);
    expect(titles).toEqual([
      "2020-01-01: version 2011-01-01 is deprecated",
      "2015-05-05: correction of released versions",
      "2014-04-04: 2 changes",
      "2013-06-06: additions at every version",
      "2013-03-03.acacia: additive release",
      "2012-02-02: 2 changes",
      "2011-01-01: 1 change",
    ]);
  });

  it("never tells of drafts, whatever is asked for", () => {
    const asked = atomOf(changelog, links, { ...NO_FILTERS, preview: true }, now);
    expect(asked).toBe(text);
    expect(asked).not.toContain("note");
  });

  it("keeps its ids from day to day, and when filters leave less", () => {
    const idsOf = (feed: string) =>
      all(parseXml(feed), "entry").map((entry) => only(entry, "id").text);
    const later = atomOf(changelog, links, NO_FILTERS, Date.parse("2031-01-01T00:00:00Z"));
    expect(idsOf(later)).toEqual(expect.arrayContaining(idsOf(text)));
    expect(idsOf(later)).toHaveLength(idsOf(text).length + 1);
    const some = atomOf(changelog, links, { ...NO_FILTERS, kinds: ["param"] }, now);
    checkFeed(parseXml(some));
    expect(idsOf(text)).toEqual(expect.arrayContaining(idsOf(some)));
    expect(idsOf(some)).toHaveLength(1);
    expect(parseXml(some).children.find(({ name }) => name === "id")?.text).not.toBe(
      parseXml(text).children.find(({ name }) => name === "id")?.text,
    );
  });

  it("escapes what authors write, and leaves out what XML cannot hold", () => {
    const entry = all(parseXml(text), "entry").find((one) =>
      only(one, "title").text.startsWith("2012"),
    );
    const html = entry ? only(entry, "content").text : "";
    expect(html).toContain("&lt;b&gt;elsewhere&lt;/b&gt;");
    expect(html).not.toContain("<b>");
    expect(html).toContain("ünïcode 🎈");
    expect(text).not.toContain("\u0007");
  });

  it("is a feed where nothing has happened", () => {
    checkFeed(parseXml(atomOf(changelog, links, NO_FILTERS, Date.parse("2001-01-01T00:00:00Z"))));
  });
});

describe("the fixture that reads XML", () => {
  it.each([
    ["<a>&b</a>"],
    ["<a>&bogus;</a>"],
    ["<a></b>"],
    ["<a b=c/>"],
    ['<a b="1" b="2"/>'],
    ["<a/><a/>"],
    ["<a>"],
    ["<a>\u0007</a>"],
    ["<a>>< </a>"],
  ])("refuses %s", (body) => {
    expect(() => parseXml(`<?xml version="1.0" encoding="utf-8"?>${body}`)).toThrow();
  });
});
