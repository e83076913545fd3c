import { describe, expect, it } from "vitest";
import { Lifelines } from "../compare/lifelines.js";
import { Describer } from "./describe.js";
import type { AttributeDoc } from "./docs.js";
import { oddApi } from "./odd-api.fixture.js";
import { versionsOf } from "./versions.js";

const describer = new Describer(oddApi, new Lifelines(oddApi));
const old = describer.at("genesis");
const newest = describer.at("2021-01-01");

/** Attributes with what stands in them, by their whole ways: what each is called there, and its label. */
function labels(attributes: readonly AttributeDoc[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(
    attributes.flatMap(({ anchor, type, attributes: inner, variants }) => [
      [anchor, type.label],
      ...Object.entries(labels(inner)),
      ...variants.flatMap((one) => Object.entries(labels(one.attributes))),
    ]),
  );
}

describe("a resource", () => {
  it("has its fields in the version's words, with what stands in them but for other resources", () => {
    expect(labels(old.resource("tree")?.attributes)).toEqual({
      id: "id",
      object: '"tree"',
      sort: "enum",
      parent: "id of a tree",
      children: "list of cards",
      pages: "page of banks",
      owner: "object",
      "owner.name": "string",
      "owner.secret": "string",
      by_name: "map of objects",
      "by_name.size": "integer",
      shape: "object: round or square",
      "shape(round).kind": '"round"',
      "shape(round).radius": "string",
      "shape(square).kind": '"square"',
      "shape(square).side": "string",
      "a_b`(c)": "string",
      old: "string",
    });
    expect(old.resource("tree")?.description).toBe("A tree of `sort` trees.");
    expect(newest.resource("tree")?.description).toBe("A tree of `type` trees.");
    expect(newest.resource("tree")?.attributes.map(({ name }) => name)).not.toContain("old");
  });

  it("keeps the keys of its fields over the versions", () => {
    const keyOf = (name: string, of = newest) =>
      of.resource("tree")?.attributes.find((one) => one.name === name)?.key;
    expect(keyOf("sort", old)).toBe(keyOf("type"));
    const keys = newest.resource("tree")?.attributes.map(({ key }) => key) ?? [];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is shown where it stands if it is another one there", () => {
    expect(labels(old.resource("forest")?.attributes)).toMatchObject({ "main.digits": "string" });
    expect(labels(old.resource("card")?.attributes)).toEqual({ number: "string", brand: "string" });
    expect(Object.keys(labels(newest.resource("forest")?.attributes))).toEqual([
      "main",
      "pay",
      "tool",
    ]);
  });

  it("tells what it was where it is one today, and what it may be", () => {
    const forms = old.resource("tool")?.variants ?? [];
    expect(forms.map(({ name, attributes }) => [name, Object.keys(labels(attributes))])).toEqual([
      ["saw", ["(saw).kind", "(saw).length"]],
      ["axe", ["(axe).kind", "(axe).size"]],
    ]);
    expect(newest.resource("tool")?.variants).toEqual([]);
    expect(newest.resource("money")?.variants).toMatchObject([
      { name: "card", resource: "card", attributes: [] },
      { name: "bank", resource: "bank", attributes: [] },
    ]);
  });

  it("is listed where callers may be shown it, and where nobody ever was", () => {
    expect(newest.resources).toContain("alone");
    expect(newest.resource("alone")?.methods).toEqual([]);
    expect(newest.resource("nobody")).toBeUndefined();
    expect(newest.resource("tree")?.methods.map(({ name }) => name)).toEqual([
      "trees.plant",
      "trees.list",
    ]);
    expect(newest.resource("tree")?.events).toEqual([{ on: "event", name: "tree.grew" }]);
  });
});

describe("a method", () => {
  it("has its params with where they stand", () => {
    const params = old.method("trees.plant")?.params ?? [];
    const facts = params.map(({ name, place, required, default: usual }) => [
      name,
      place,
      required,
      usual,
    ]);
    expect(facts).toEqual([
      ["garden", "path", true, undefined],
      ["species", "body", false, "oak"],
      ["place", "body", false, undefined],
      ["tags", "body", false, undefined],
      ["when", "body", false, undefined],
      ["note", { header: "X-Note" }, false, undefined],
      ["pin", "body", false, undefined],
      ["expand", "body", false, undefined],
    ]);
    expect(params.find(({ name }) => name === "pin")?.sensitive).toBe(true);
    expect(params.find(({ name }) => name === "tags")?.type.limits).toEqual([
      "at most 3 items",
      "each at most 9 characters",
    ]);
    expect(params.find(({ name }) => name === "place")?.variants).toMatchObject([
      { name: "text", label: "string", attributes: [] },
      { name: "object", attributes: [{ name: "row", anchor: "place.row" }] },
    ]);
  });

  it("tells its rules, errors and behaviours as the version has them", () => {
    const method = old.method("trees.plant");
    expect(method?.rules).toEqual([
      {
        description: "At least one of `place` or `when` is required.",
        error: { on: "error", name: "parameters_needed" },
      },
      { description: "Few `tags` only.", error: { on: "error", name: "missing" } },
    ]);
    const status = (of = newest) =>
      of.method("trees.plant")?.errors.find(({ name }) => name === "felled")?.status;
    expect([status(old), status()]).toEqual([400, 409]);
    const here = method?.errors.find(({ name }) => name === "felled");
    expect(here?.gates.map(({ gate }) => gate)).toEqual(["tree_has_old"]);
    expect(old.error("felled")?.gates).toEqual([]);
    expect(method?.errors.filter(({ general }) => general).map(({ name }) => name)).toContain(
      "key_missing",
    );
    expect(method?.behaviours.map(({ gate }) => gate)).toEqual(["plants_slowly"]);
    // No name changed with it, so that it is told in the names that the reader knows.
    expect(method?.behaviours.map(({ description }) => description)).toEqual([
      "A tree of any `species` is planted at once; before, slowly.",
    ]);
    expect(newest.method("trees.plant")?.behaviours).toEqual([]);
    expect(method?.headers).toEqual([{ name: "Tree-Count", description: "How many." }]);
    expect([method?.status, method?.idempotent]).toEqual([201, true]);
  });

  it("tells how lists are wrapped, and what can be expanded and ordered by", () => {
    const [before, after] = [old.method("trees.list"), newest.method("trees.list")];
    expect([before?.returns.label, after?.returns.label]).toEqual([
      "list of trees",
      "page of trees",
    ]);
    expect(before?.envelope).toBeUndefined();
    expect(labels(after?.envelope)).toMatchObject({ "returns.data": "list" });
    expect(before?.expandable).toEqual(["parent", "pages"]);
    expect(after?.expandable).toEqual(["data.parent", "data.pages"]);
    expect(before?.params[0]?.type.values.map(({ value }) => value)).toEqual(["id", "sort"]);
    expect(before?.gates.map(({ gate }) => gate)).toEqual(["tree_has_old"]);
    expect(after?.gates).toEqual([]);
  });

  it("that a version is too old for says so, and is not listed", () => {
    expect(old.methods).not.toContain("trees.fell");
    expect(old.method("trees.fell")?.exists).toBe(false);
    expect(old.method("trees.fell")?.errors[0]?.name).toBe("version_too_old");
    expect(newest.method("trees.fell")).toMatchObject({
      exists: true,
      returns: { label: "nothing" },
      params: [{ name: "tree", place: "path" }],
    });
  });
});

it("an event has every name under which callers may see it", () => {
  expect(old.event("tree.grew")?.types).toEqual([
    { type: "oak.grew", when: "where the object's `type` is `oak`" },
    { type: "tree.grew", when: "where it is none of those" },
  ]);
  expect(newest.event("tree.grew")?.types).toEqual([{ type: "tree.grew", when: undefined }]);
});

it("an error's words are plain text, whatever they hold", () => {
  expect(newest.error("felled")?.message).toBe("It is \\*gone\\*.");
  expect(old.error("felled")?.description).toBe("The tree of `species` is felled.");
});

it("what ended a behaviour is told in the words of the version that ended it", () => {
  const note = old.resource("tree")?.attributes.find(({ name }) => name === "sort")?.gates[0];
  expect(note?.description).toBe("`type` was `sort`.");
});

it("the navigation has every method and every resource, once", () => {
  for (const { navigation, methods, resources } of [old, newest]) {
    const listed = navigation.flatMap((group) => group.methods.map(({ subject }) => subject.name));
    expect(listed.toSorted()).toEqual(methods.toSorted());
    expect(navigation.map(({ resource }) => resource?.name)).toEqual(resources);
  }
});

it("a version that there is none of is refused", () => {
  expect(() => describer.at("2019-01-01")).toThrow(RangeError);
});

it("a version as it was released lacks what came to it later", () => {
  const came = (at: readonly string[]) => ({
    date: "2021-06-01",
    what: "something",
    versions: ["genesis", "2020-01-01", "2021-01-01"],
    at,
    shape: {},
  });
  const later = new Lifelines(oddApi, [
    came(["resources", "tree", "fields", "owner", "type", "$object", "fields", "name"]),
    came(["methods", "trees.plant", "params", "fields", "tags"]),
    came(["methods", "walk"]),
  ]);
  const both = new Describer(oddApi, later);
  const [served, released] = [both.at("2021-01-01"), both.at("2021-01-01", "released")];
  const owner = (of = served) => Object.keys(labels(of.resource("tree")?.attributes));
  expect(owner().filter((name) => !owner(released).includes(name))).toEqual(["owner.name"]);
  const params = (of = served) => Object.keys(labels(of.method("trees.plant")?.params));
  expect(params().filter((name) => !params(released).includes(name))).toEqual(["tags"]);
  expect(served.methods.filter((name) => !released.methods.includes(name))).toEqual(["walk"]);
  expect(released.method("walk")).toBeUndefined();
});

it("versions have dates and a standing", () => {
  expect(versionsOf(oddApi)).toEqual([
    { name: "genesis", date: undefined, status: "live" },
    { name: "2020-01-01", date: "2020-01-01", status: "live" },
    { name: "2021-01-01", date: "2021-01-01", status: "newest" },
  ]);
});
