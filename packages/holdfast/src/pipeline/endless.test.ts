import { describe, expect, it } from "vitest";
import { smallApi, versionAt } from "../history/small-api.fixture.js";
import {
  error,
  event,
  field,
  method,
  type PageSource,
  page,
  Raised,
  renamedTo,
  resource,
  t,
  union,
} from "../index.js";
import { testKit } from "../testing/index.js";

/** Something that may stand in itself, in every way in which resources stand in each other. */
interface Node {
  readonly id: string;
  readonly next: Node | null;
  readonly paged: readonly Node[];
  readonly listed: readonly Node[];
  readonly named: Readonly<Record<string, Node>>;
  readonly armed: { readonly kind: "node"; readonly node: Node } | null;
}

// Resources that stand in each other are known to each other by name.
const byName = resource("any", { description: "Any.", fields: {} }).from<Node>();
const node = resource("node", {
  description: "A node.",
  fields: {
    id: t.string().describe("Its id."),
    next: t.resource(byName).nullable().describe("What follows."),
    paged: t.page(byName).describe("On a page."),
    listed: t.list(t.resource(byName)).describe("In a list."),
    named: t.mapOf(t.resource(byName)).describe("By name."),
    armed: t
      .union("kind", {
        node: t.object({
          kind: t.literal("node").describe("A node."),
          node: t.resource(byName).describe("The node."),
        }),
      })
      .nullable()
      .describe("In an arm."),
  },
}).from<Node>({
  paged: ({ paged }): PageSource<Node> => ({
    data: paged,
    has_more: false,
    total_count: async () => paged.length,
    url: "/nodes",
  }),
});
const other = resource("other", { description: "Else.", fields: {} }).from<object>();
const any = union("any", { description: "Any.", arms: { node, other } }).by(() => "node");

const bare: Node = { id: "n", next: null, paged: [], listed: [], named: {}, armed: null };

/** A node that stands in itself. */
function endless(way: (self: Node) => Partial<Node>): Node {
  const self: Node = { ...bare };
  return Object.assign(self, way(self));
}

const ways = {
  "as a resource": (one: Node) => ({ next: one }),
  "on a page": (one: Node) => ({ paged: [one] }),
  "in a list": (one: Node) => ({ listed: [one] }),
  "in a map": (one: Node) => ({ named: { self: one } }),
  "in a union's arm": (one: Node) => ({ armed: { kind: "node" as const, node: one } }),
};

const happened = event("happened", { description: "It happened.", object: any });
const happening = resource("happening", {
  description: "Something that happened.",
  fields: { type: t.eventType().describe("What."), data: t.eventData().describe("About what.") },
}).from<Node>({
  type: (object) => ({ type: "happened", object }),
  data: (after) => ({ resource: "any", before: bare, after }),
});
const broken = error("broken", {
  status: 402,
  type: "x",
  description: "Broken.",
  message: "Broken.",
  data: { node: t.resource(any).describe("What broke.") },
});

/** Shows a node at a version, in each place in which records stand. */
async function show(record: Node, name: string, step = 0) {
  const look = method("look", { route: "GET /look", description: "Looks.", returns: node });
  const list = method("list", { route: "GET /list", description: "Lists.", returns: page(any) });
  const tell = method("tell", { route: "GET /tell", description: "Tells.", returns: happening });
  const fail = method("fail", {
    route: "GET /fail",
    description: "Fails.",
    returns: other,
    raises: [broken],
  });
  const api = smallApi(
    {
      resources: [node, other, any, happening],
      events: [happened],
      methods: [
        look.execute(async () => record),
        list.execute(async () => ({
          data: [record],
          has_more: false,
          total_count: async () => 1,
        })),
        tell.execute(async () => record),
        fail.execute(async () => {
          throw new Raised(broken, { node: record });
        }),
      ],
    },
    [{ renamed: [field(node, "name", renamedTo("id"))] }],
  );
  const failures: unknown[] = [];
  const kit = await testKit(api, { onFailure: (failure) => failures.push(failure) });
  const answer = await kit.callAs({ version: versionAt(step) }).call(name);
  return { ...answer, failures: failures.map(String) };
}

describe.each(Object.entries(ways))("a record that stands in itself %s", (_way, way) => {
  it.each(["look", "list", "tell", "fail"])("is a clear failure: %s", async (name) => {
    const { status, failures } = await show(endless(way), name);
    expect(status).toBe(500);
    expect(failures).toEqual(["TypeError: records stand in each other without end"]);
  });

  it("is shown where it ends, sixteen records deep", async () => {
    const chain = (above: number): Node =>
      above === 0 ? { ...bare, id: "last" } : { ...bare, ...way(chain(above - 1)) };
    for (const step of [0, 1]) {
      const { status, body } = await show(chain(15), "look", step);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain(step === 0 ? '"name":"last"' : '"id":"last"');
    }
    expect((await show(chain(16), "look")).failures).toHaveLength(1);
  });
});
