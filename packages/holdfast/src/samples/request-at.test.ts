import { expect, it } from "vitest";
import type { Api } from "../api.js";
import { method, page } from "../definition/method.js";
import { Reader } from "../definition/reader.js";
import { resource } from "../definition/resource.js";
import { t } from "../definition/t.js";
import { added, renamedTo, supersededBy } from "../history/changes/renamed-to.js";
import { field, param } from "../history/field.js";
import { smallApi, versionAt } from "../history/small-api.fixture.js";
import type { WireObject } from "../http/message.js";
import { labApi } from "../proof/lab.fixture.js";
import { requestAt } from "./request-at.js";

type Params = Readonly<Record<string, never>>;

function at(
  api: Pick<Api, "timeline" | "compiled">,
  version: string,
  name: string,
  params: object,
) {
  const contract = api.timeline.at(version);
  const shape = contract?.methods.get(name);
  if (!contract || !shape) throw new TypeError(`there is no ${name} at ${version}`);
  const compiled = api.compiled(contract);
  const request = requestAt(compiled, shape, params as Params);
  const understood: Record<string, unknown> = {};
  const top = Reader.top({ isText: () => false, help: () => "" });
  compiled.reader(shape)(request as WireObject, top, understood);
  return { request, understood };
}

it("says the same at every version of a past with changes of all kinds", () => {
  const api = labApi() as Api;
  const charge = {
    ...{ amount: 500, source: "tok_1", capture: true, speed: "fast", note: null },
    shipping: { city: "Rome", zip: "1" },
    rows: [{ sum: 1, of: "a" }],
    via: { way: "web", secure: true },
    tags: { order: "1" },
  };
  const customer = { customer: "cus_1", name: null, level: "gold", balance: 300 };
  for (const { name } of api.timeline.versions) {
    expect(at(api, name, "charges.create", charge).understood).toEqual(charge);
    expect(at(api, name, "customers.update", customer).understood).toEqual(customer);
  }
  expect(at(api, "genesis", "charges.create", charge).request).toEqual({
    ...{ amount: 5, card: "tok_1", capture: true, speed: "quick", note: null, city: "Rome" },
    shipping: { zip: "1" },
    rows: [{ total: 1, of: "a" }],
    via: { way: "web", secure: true },
    tags: { order: "1" },
  });
});

it("calls events, and filters over them, by their names", () => {
  const api = labApi() as Api;
  const typeAt = (version: string, type: string) =>
    at(api, version, "events.list", { type }).request.type;
  expect(typeAt("genesis", "charge.done")).toBe("charge.made");
  expect(typeAt(api.timeline.versions.at(-1)?.name ?? "", "charge.done")).toBe("charge.done");
  expect(typeAt("genesis", "charge.*")).toBe("charge.*");
});

it("calls what lists are ordered by, what maps hold and what has two names, by its name", () => {
  const row = resource("row", {
    description: "A row.",
    fields: { id: t.id("row").describe("Its id."), sum: t.integer().describe("A sum.") },
  }).from<never>();
  const list = method("rows.list", {
    route: "GET /rows",
    description: "Lists.",
    params: {
      sort: t.sort("row", ["id", "sum"]).optional().describe("How."),
      boxes: t
        .mapOf(t.object({ wide: t.integer().describe("How wide.") }).describe("A box."))
        .optional()
        .describe("Boxes."),
      size: t.integer().optional().describe("How many."),
    },
    returns: page(row),
  }).execute(async () => ({}) as never);
  const api = smallApi({ resources: [row], methods: [list] }, [
    { old: [param(list, "size", added())] },
    {
      names: [
        field(row, "total", renamedTo("sum")),
        param(list, "boxes.width", renamedTo("wide")),
        param(list, "count", supersededBy("size")),
      ],
    },
  ]);
  const said = { sort: "-sum", boxes: { a: { wide: 2 } }, size: 3 };
  const [genesis, both, newest] = [0, 1, 2].map(
    (step) => at(api, versionAt(step), "rows.list", said).request,
  );
  expect(genesis).toEqual({ sort: "-total", boxes: { a: { width: 2 } }, count: 3 });
  expect(both).toEqual({ sort: "-total", boxes: { a: { width: 2 } }, size: 3 });
  expect(newest).toEqual(said);
  expect(at(api, "genesis", "rows.list", { sort: "nothing" }).request).toEqual({});
});
