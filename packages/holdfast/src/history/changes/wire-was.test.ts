import { describe, expect, it } from "vitest";
import { method, page, resource, t } from "../../index.js";
import { testKit } from "../../testing/index.js";
import { type Loose, smallApi } from "../small-api.fixture.js";
import { wireWas } from "./other-changes.js";

const text = t.string().describe("A text.");
const card = resource("card", { description: "A card.", fields: {} }).from<Loose>();

describe("everything on the wire", () => {
  const thing = resource("thing", {
    description: "A thing.",
    fields: {
      none: text.nullable(),
      tags: t.map().describe("Tags."),
      deep: t.object({ none: text.nullable(), some: text }).describe("Deep."),
      list: t.list(t.object({ none: text.nullable() }).describe("One.")).describe("A list."),
      page: t.page(card).describe("A page."),
    },
  }).from<Loose>();
  const record = {
    none: null,
    tags: { a: "b" },
    deep: { none: null, some: "s" },
    list: [{ none: null }],
    page: { data: [], has_more: false, url: "/u", total_count: async () => 0 },
  };
  const read = method("read", {
    route: "GET /read",
    description: "Reads.",
    params: { a: text.optional() },
    returns: thing,
  }).execute(async () => record as never);
  const all = method("all", {
    route: "GET /all",
    description: "Lists.",
    returns: page(thing),
  }).execute(async () => ({ data: [record as never], has_more: true, total_count: async () => 1 }));
  const call = async (name: string, policy: Parameters<typeof wireWas>[0], params = {}) => {
    const api = smallApi({ resources: [thing, card], methods: [read, all] }, [
      { a: [wireWas(policy)] },
    ]);
    const kit = await testKit(api);
    const answers = [];
    for (const version of ["genesis", "2011-01-01"]) {
      answers.push((await kit.callAs({ version }).call(name, params)).body);
    }
    return answers;
  };
  const empty = { object: "list", url: "/u", has_more: false, data: [] };
  const newest = { ...record, page: empty };

  it("nulls that were left out", async () => {
    expect(await call("read", { nulls: "omitted" })).toEqual([
      { tags: { a: "b" }, deep: { some: "s" }, list: [{}], page: empty },
      newest,
    ]);
  });

  it("lists that were bare arrays", async () => {
    expect(await call("all", { lists: "array" })).toEqual([
      [{ ...newest, page: [] }],
      { object: "list", url: "/all", has_more: true, data: [newest] },
    ]);
  });

  it("unknown params that were ignored", async () => {
    const [older, now] = await call("read", { unknownParams: "ignored" }, { b: "x" });
    expect(older).toEqual(newest);
    expect(now?.error).toMatchObject({ code: "parameter_unknown", param: "b" });
  });
});
