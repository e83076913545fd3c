import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { method } from "../definition/method.js";
import { type Resource, resource } from "../definition/resource.js";
import { t } from "../definition/t.js";
import { methodAdded } from "../history/changes/method-changes.js";
import { renamedTo } from "../history/changes/renamed-to.js";
import { field } from "../history/field.js";
import { type Loose, smallApi } from "../history/small-api.fixture.js";
import { floorKey, parseFloor, showFloor } from "./document.js";
import { floorOf } from "./floor-of.js";
import { readFloors, writeFloor, writeFloors } from "./folder.js";
import { withAdditions } from "./ledger.js";
import type { Plain } from "./plain.js";
import { ShapePool } from "./pool.js";

/** Names of fields in some order: the same API each time. */
function lab(order: readonly string[] = ["id", "amount", "note"]) {
  const types = {
    id: t.id("ch").describe("Unique id."),
    amount: t.integer({ min: 0 }).describe("How much."),
    note: t.enum({ b: "B.", a: "A." }).nullable().describe("A note."),
  };
  const fields = Object.fromEntries(
    order.map((name) => [name, types[name as keyof typeof types]] as const),
  );
  const charge = resource("charge", { description: "A charge.", fields }).from<Loose>({});
  const unseen = resource("unseen", {
    description: "Nobody is shown it.",
    fields: { id: t.id("un").describe("Unique id.") },
  }).from<Loose>();
  const read = method("charges.retrieve", {
    route: "GET /charges/{charge}",
    description: "Reads a charge.",
    params: { charge: t.id("ch").describe("Which.") },
    returns: charge as unknown as Resource<unknown>,
  }).execute(async () => ({}));
  const ping = method("ping", {
    route: "GET /ping",
    description: "Answers.",
    returns: charge as unknown as Resource<unknown>,
  }).execute(async () => ({}));
  return smallApi({ resources: [charge, unseen], methods: [read, ping] }, [
    { charge_has_value: [field(charge, "value", renamedTo("amount"))] },
    { nobody_pings: [methodAdded(ping)] },
  ]);
}

const floorAt = (version: string, api = lab()) => {
  const contract = api.timeline.at(version);
  if (!contract) throw new Error(`there is no ${version}`);
  return floorOf(contract, api.definitions);
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdfast-floor-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("what a floor holds", () => {
  test("names, types and presence as callers at the version have them", () => {
    expect(floorAt("genesis").resources.charge?.fields).toEqual({
      id: { kind: "id", type: { type: "string" }, prefix: "ch" },
      value: { kind: "integer", type: { type: "integer", minimum: 0 } },
      note: { kind: "enum", type: { enum: ["a", "b"] }, nullable: true },
    });
    expect(Object.keys(floorAt("2011-01-01").resources.charge?.fields ?? {})).toContain("amount");
  });

  test("no methods that are not there, and nothing that nobody is shown", () => {
    const { methods, resources } = floorAt("genesis");
    expect(Object.keys(methods)).toEqual(["charges.retrieve"]);
    expect(Object.keys(resources)).toEqual(["charge"]);
    expect(Object.keys(floorAt("2012-01-01").methods)).toEqual(["charges.retrieve", "ping"]);
  });

  test("no words, and no gates", () => {
    const text = JSON.stringify(floorAt("genesis"));
    expect(text).not.toMatch(/Unique id|charge_has_value/);
  });
});

describe("how it is written", () => {
  test("what is read again is what was written", async () => {
    const api = lab();
    await writeFloors(api, ["genesis", "2011-01-01", "2012-01-01"], folder, { date: "2020-01-01" });
    const floors = await readFloors(folder, api);
    const keys = new ShapePool();
    for (const [version, { floor, written }] of floors.versions) {
      expect(floorKey(floor, keys)).toBe(floorKey(floorAt(version, api), keys));
      expect(written).toBe("2020-01-01");
    }
    expect(floors.descriptions.get("genesis")).toMatchObject({
      "charge.value": "How much.",
      "charge.note=a": "A.",
      "charges.retrieve charge": "Which.",
    });
  });

  test("a shape that versions share is stored once", async () => {
    const api = lab();
    await writeFloors(api, ["2011-01-01"], folder);
    const before = await readFile(join(folder, "shapes.json"), "utf8");
    await writeFloors(api, ["2012-01-01"], folder);
    const after = await readFile(join(folder, "shapes.json"), "utf8");
    const shapes = (text: string): string[] => Object.keys(JSON.parse(text));
    expect(shapes(after)).toEqual(expect.arrayContaining(shapes(before)));
    // A method, and the group of methods that it stands in.
    expect(shapes(after).length - shapes(before).length).toBe(2);
  });

  test("once: the same again is nothing, something else is refused", async () => {
    const api = lab();
    expect((await writeFloor(api, "genesis", folder)).written).toBe(true);
    expect((await writeFloor(api, "genesis", folder)).written).toBe(false);
    const other = lab(["id", "amount"]);
    await expect(writeFloor(other, "genesis", folder)).rejects.toMatchObject({
      code: "floor_exists",
    });
    await expect(writeFloor(api, "1999-01-01", folder)).rejects.toMatchObject({
      code: "version_unknown",
    });
    expect(await readdir(folder)).toEqual(["descriptions.json", "genesis.json", "shapes.json"]);
  });

  test("a shape that was changed by hand, or is missing, is told", async () => {
    const api = lab();
    await writeFloor(api, "genesis", folder);
    const file = join(folder, "shapes.json");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace('"minimum":0', '"minimum":1'));
    await expect(readFloors(folder, api)).rejects.toMatchObject({ code: "floor_changed" });
    await writeFile(file, "{}");
    await expect(readFloors(folder, api)).rejects.toMatchObject({ code: "floor_incomplete" });
    await writeFile(file, "[");
    await expect(readFloors(folder, api)).rejects.toMatchObject({ code: "floor_unreadable" });
  });

  test("an aspect that this framework does not know is kept", () => {
    const pool = new ShapePool();
    const floor = floorAt("genesis");
    const { charge } = floor.resources;
    const id = { ...charge?.fields.id, kind: "id", type: { type: "string" }, colour: "blue" };
    const resources = { charge: { fields: { ...charge?.fields, id } } };
    const text = showFloor({ version: "v", written: "d", floor: { ...floor, resources } }, pool);
    expect(parseFloor(text, "v.json", pool).floor.resources.charge?.fields.id?.colour).toBe("blue");
  });
});

// As a file holds it: JSON has one zero.
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Plain);

test("law: a pool gives back what it was given", () => {
  fc.assert(
    fc.property(json, (value) => {
      const pool = new ShapePool();
      const interned = pool.intern(value);
      const read = ShapePool.parse(pool.show(), "shapes.json");
      expect(read.resolve(interned)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("law: the order of definitions does not change the bytes", () => {
  const text = (order: readonly string[]) => {
    const pool = new ShapePool();
    const floor = floorAt("genesis", lab(order));
    return showFloor({ version: "genesis", written: "d", floor }, pool) + pool.show();
  };
  const usual = text(["id", "amount", "note"]);
  fc.assert(
    fc.property(fc.shuffledSubarray(["id", "amount", "note"], { minLength: 3 }), (order) => {
      expect(text(order)).toBe(usual);
    }),
    { numRuns: 6 },
  );
});

test("additions stand in the floors of the versions that have them", () => {
  const floor = floorAt("genesis");
  const at = ["resources", "charge", "fields", "tip"];
  const shape = { kind: "integer", type: { type: "integer" } };
  const tip = { date: "2020-01-01", what: "field charge.tip", versions: ["genesis"], at, shape };
  expect(withAdditions(floor, "genesis", [tip]).resources.charge?.fields.tip).toEqual(shape);
  expect(withAdditions(floor, "2011-01-01", [tip])).toEqual(floor);
});
