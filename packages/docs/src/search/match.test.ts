import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SearchEntry } from "./entry.js";
import { matchNames } from "./match.js";
import { indexNames } from "./name-index.js";
import { packEntries } from "./pack.js";
import { unpackEntries } from "./unpack.js";

function entry(name: string, more: Partial<SearchEntry> = {}): SearchEntry {
  return {
    name,
    kind: "field",
    subject: "charge",
    slug: "charge",
    anchor: name,
    from: "2011-01-01",
    to: "2020-01-01",
    now: name,
    ...more,
  };
}

const entries = indexNames([
  entry("charge", { kind: "resource", anchor: "" }),
  entry("charges.create", { kind: "method", slug: "charges.create", anchor: "" }),
  entry("card", { to: "2015-02-16", now: "source", anchor: "source" }),
  entry("source"),
  entry("source.last4"),
  entry("amount_refunded"),
  entry("amount"),
  entry("card", { kind: "resource", subject: "card", slug: "card", anchor: "" }),
]);

const names = (query: string) => matchNames(entries, query).map(({ entry }) => entry.name);

describe("matchNames", () => {
  it("puts the name that is the word first", () => {
    expect(names("amount")).toEqual(["amount", "amount_refunded"]);
  });

  it("finds what an old name is called now, after what is called so today", () => {
    const [resource, field] = matchNames(entries, "card");
    expect(resource).toMatchObject({ old: false, entry: { kind: "resource" } });
    expect(field).toMatchObject({ old: true, entry: { now: "source", to: "2015-02-16" } });
  });

  it("takes every word, in the name or in what it belongs to", () => {
    expect(names("charge amount")).toEqual(["amount", "amount_refunded"]);
    expect(names("charge.source")).toEqual(["source", "source.last4"]);
    expect(names("card amount")).toEqual([]);
  });

  it("forgives one letter where nothing else is found", () => {
    expect(names("amuont")).toEqual(["amount"]);
    expect(names("sourc")).toEqual(["source", "source.last4"]);
    expect(names("lats4")).toEqual(["source.last4"]);
    expect(names("xyzzy")).toEqual([]);
  });

  it("finds nothing for nothing", () => {
    expect(names("  ")).toEqual([]);
  });

  const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => /^\S+$/.test(text));
  const some = fc.record({
    name,
    kind: fc.constantFrom<SearchEntry["kind"]>("field", "method", "value"),
    subject: name,
    slug: name,
    anchor: fc.string(),
    from: name,
    to: name,
    now: fc.option(name, { nil: undefined }),
  });

  it("finds every entry by its own name, first or among those that are called so", () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 20 }), (entries) => {
        for (const { name } of entries) {
          const hits = matchNames(indexNames(entries), name, entries.length);
          expect(hits[0]?.entry.name.toLowerCase()).toBe(name.toLowerCase());
        }
      }),
    );
  });

  it("puts the best first, however few are asked for", () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), fc.string(), fc.nat(5), (list, query, few) => {
        const index = indexNames(list);
        const all = matchNames(index, query, list.length + 1);
        expect(matchNames(index, query, few)).toEqual(all.slice(0, few));
      }),
    );
  });

  it("reads all entries once, however much is searched", () => {
    let read = 0;
    const names = Array.from({ length: 1000 }, (_, at) => `amount_${at}`);
    const index = indexNames(
      names.map((name) => ({
        ...entry(name),
        get name() {
          read += 1;
          return name;
        },
      })),
    );
    read = 0;
    expect(matchNames(index, "nonsense")).toEqual([]);
    expect(matchNames(index, "amount_71").map(({ entry }) => entry.anchor)[0]).toBe("amount_71");
    expect(read).toBeLessThan(names.length);
  });

  it("is sent whole", () => {
    fc.assert(
      fc.property(fc.array(some), (entries) => {
        const sent = JSON.parse(JSON.stringify(packEntries(entries)));
        expect(unpackEntries(sent)).toEqual(entries);
      }),
    );
  });
});
