import { type Floor, floorOf } from "holdfast/floor";
import { expect, test } from "vitest";
import { compareFloors } from "./compare-floors.js";
import { diffFloors } from "./diff-floors.js";
import { labApi, released, type Spec } from "./lab.fixture.js";

const side = (edit: (spec: Spec) => void = () => undefined, more: Partial<Floor> = {}) => {
  const spec = released();
  edit(spec);
  const api = labApi(spec);
  const floor = floorOf(api.timeline.newest, api.definitions);
  return { floor: { ...floor, ...more }, descriptions: {} };
};
const { wire, methods } = side().floor;

test("how everything is written, once for all methods", () => {
  const before = side(undefined, { wire: { ...wire, lists: "array", nulls: "omitted" } });
  const found = compareFloors(before, side());
  expect(new Set(found.map(({ change }) => change.names.join()))).toEqual(
    new Set(["lists", "nulls"]),
  );
  expect(diffFloors(before, side(), "wire").findings.map(({ id, where }) => [id, where])).toEqual([
    ["wire_changed", "lists"],
    ["wire_changed", "nulls"],
  ]);
});

test("a policy that the floor is older than is not looked at", () => {
  const { nulls: _nulls, ...older } = wire;
  expect(compareFloors(side(undefined, { wire: older }), side())).toEqual([]);
});

test("a list of one method that is written otherwise", () => {
  const list = methods["charges.list"];
  if (!list) throw new Error("the lab lists no charges");
  const bare = { ...list, returns: { $page: { $resource: "charge" }, $list: null } };
  const before = side(undefined, { methods: { ...methods, "charges.list": bare } });
  expect(diffFloors(before, side(), "wire")).toMatchObject({
    verdict: "breaking",
    findings: [{ id: "returns_changed", operations: ["charges.list"], direction: "response" }],
  });
});

test("a method's name is told where generated clients must not notice", () => {
  const { "charges.list": list, ...others } = methods;
  if (!list) throw new Error("the lab lists no charges");
  const before = side(undefined, { methods: { ...others, "charges.all": list } });
  expect(diffFloors(before, side(), "wire")).toMatchObject({
    verdict: "safe",
    findings: [{ id: "name_changed", severity: "warning" }],
  });
  expect(diffFloors(before, side(), "client").verdict).toBe("breaking");
});

test("the same edit at several places is one root cause", () => {
  const before = side(({ list, create }) => {
    create.limit = list.limit as never;
  });
  const now = side(({ list }) => {
    delete list.limit;
  });
  const { findings } = diffFloors(before, now, "wire");
  expect(findings.map(({ id, operations }) => [id, operations])).toEqual([
    ["field_gone", ["charges.create", "charges.list"]],
  ]);
});

test("nothing is different from itself", () => {
  expect(diffFloors(side(), side(), "strict")).toEqual({ verdict: "safe", findings: [] });
});
