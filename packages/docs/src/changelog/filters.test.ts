import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changelogOf } from "./changelog.js";
import { CHANGE_KINDS } from "./entry.js";
import { type ChangelogFilters, filtersOf, NO_FILTERS, queryOf, unknownIn } from "./filters.js";
import { labAdditions, labApi, labSamples } from "./lab.fixture.js";
import { selectEntries } from "./select.js";

const api = labApi();
const changelog = changelogOf(api, labSamples(api), { additions: labAdditions });
const idsOf = (filters: Partial<ChangelogFilters>) =>
  selectEntries(changelog, { ...NO_FILTERS, ...filters }).map(({ entry }) => entry.id);

describe("filters", () => {
  it("are what the address says", () => {
    const query =
      "resource=charge&resource=&affects=charges.create&kind=odd&kind=field&before=2019";
    expect(filtersOf(new URLSearchParams(query))).toEqual({
      resources: ["charge"],
      methods: ["charges.create"],
      kinds: ["field", "odd"],
      preview: false,
      before: "2019",
    });
    expect(filtersOf(new URLSearchParams("before=<b>&kind=&preview"))).toEqual({
      ...NO_FILTERS,
      preview: true,
    });
    expect(filtersOf(new URLSearchParams("version=2014-04-04-preview")).preview).toBe(true);
  });

  it("come back from the address that they make", () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, unit: "grapheme" }), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.record({
          resources: names,
          methods: names,
          kinds: fc.subarray([...CHANGE_KINDS]),
          preview: fc.boolean(),
          before: fc.constantFrom(undefined, "2019", "2019-02-03"),
        }),
        (filters) => {
          expect(filtersOf(new URLSearchParams(queryOf(filters)))).toEqual(filters);
        },
      ),
    );
  });
});

describe("unknownIn", () => {
  it("is what there is not, each as what it was asked for", () => {
    const query = "affects=charges.create&affects=charge&resource=charge&resource=list&kind=field";
    expect(unknownIn(api, filtersOf(new URLSearchParams(query)))).toEqual({
      methods: ["charge"],
      resources: [],
      kinds: [],
    });
    const odd = "resource=constructor&kind=odd&kind=toString";
    expect(unknownIn(api, filtersOf(new URLSearchParams(odd)))).toEqual({
      methods: [],
      resources: ["constructor"],
      kinds: ["odd", "toString"],
    });
  });

  it("is nothing where there is all of it", () => {
    expect(unknownIn(api, NO_FILTERS)).toBeUndefined();
    const query = "affects=charges.create&resource=receipt&kind=addition";
    expect(unknownIn(api, filtersOf(new URLSearchParams(query)))).toBeUndefined();
  });
});

describe("selectEntries", () => {
  it("leaves everything where nothing is asked for, and no drafts", () => {
    expect(idsOf({})).toEqual(changelog.entries.map(({ id }) => id));
  });

  it("puts drafts first where they are asked for", () => {
    expect(idsOf({ preview: true })[0]).toBe("2040-01-01-preview");
    expect(idsOf({ preview: true })).toHaveLength(changelog.entries.length + 1);
  });

  it("leaves what affects a method, wherever the change is", () => {
    expect(idsOf({ methods: ["receipts.retrieve"] })).toEqual(["2014-04-04", "2012-02-02"]);
    expect(idsOf({ methods: ["charges.create", "receipts.retrieve"] })).toEqual([
      "2014-04-04",
      "2012-02-02",
      "2011-01-01",
    ]);
    expect(idsOf({ methods: ["receipts.retrieve"], preview: true })[0]).toBe("2040-01-01-preview");
  });

  it("leaves what is about a resource, additions too", () => {
    expect(idsOf({ resources: ["receipt"] })).toContain("additions-2013-06-06");
    expect(idsOf({ resources: ["charge"] })).toEqual(["2014-04-04", "2012-02-02"]);
  });

  it("leaves what is of a kind", () => {
    expect(idsOf({ kinds: ["param"] })).toEqual(["2012-02-02"]);
    expect(idsOf({ kinds: ["behaviour"] })).toEqual(["2011-01-01"]);
    expect(idsOf({ kinds: ["retirement", "amend"] })).toEqual([
      "sunset-2011-01-01",
      "deprecated-2011-01-01",
      "amend-2015-05-05-receipt_has_nothing",
    ]);
  });

  it("leaves out of an entry what is not asked for", () => {
    const [first] = selectEntries(changelog, { ...NO_FILTERS, kinds: ["param"] });
    expect(first?.gates).toEqual(["charge_has_card"]);
  });

  it("leaves what is older than a day", () => {
    expect(idsOf({ before: "2013" })).toEqual(["2012-02-02", "2011-01-01"]);
    expect(idsOf({ before: "2012-02-02" })).toEqual(["2011-01-01"]);
    expect(idsOf({ before: "1999", preview: true })).toEqual([]);
  });

  it("leaves nothing of what nobody knows", () => {
    expect(idsOf({ kinds: ["odd"] })).toEqual([]);
    expect(idsOf({ methods: ["constructor"] })).toEqual([]);
    expect(idsOf({ resources: ["__proto__"] })).toEqual([]);
  });
});
