import { describe, expect, it } from "vitest";
import {
  error,
  field,
  method,
  type Page,
  page,
  param,
  Raised,
  renamedTo,
  resource,
  t,
  union,
  valuesRenamed,
} from "../index.js";
import { proveMatrix, testKit } from "../testing/index.js";
import { type Past, smallApi, versionAt } from "./small-api.fixture.js";

/** A leaf with a name, a value and a place of its own, each of which was another one. */
interface Leaf {
  readonly id: string;
  readonly title: string;
  readonly size: "s" | "l";
  readonly at: { readonly spot: string };
  readonly twigs: readonly Leaf[];
}
const byName = resource("leaf", { description: "A leaf.", fields: {} }).from<Leaf>();
const leafOf = (id: string, twigs: readonly Leaf[] = []): Leaf => ({
  id,
  title: `title of ${id}`,
  size: "l",
  at: { spot: `spot of ${id}` },
  twigs,
});
const leaf = resource("leaf", {
  description: "A leaf.",
  fields: {
    id: t.string().describe("Its id."),
    title: t.string().describe("Its title."),
    size: t.enum({ s: "Small.", l: "Large." }).describe("How large."),
    at: t.object({ spot: t.string().describe("The spot.") }).describe("Where."),
    twigs: t.list(t.resource(byName)).describe("What grows on it."),
  },
})
  .from<Leaf>()
  .loadedBy(async (ids) => new Map(ids.map((id) => [id, leafOf(id)])));

const bare = resource("bare", {
  description: "Bare.",
  fields: { id: t.string().describe("Its id.") },
}).from<{ id: string }>();
const growth = union("growth", { description: "What grows.", arms: { leaf, bare } }).by((one) =>
  "twigs" in one ? "leaf" : "bare",
);
const branch = resource("branch", {
  description: "A branch.",
  fields: {
    rows: t
      .list(t.object({ leaves: t.list(t.ref<Leaf>("leaf")).describe("Leaves.") }))
      .describe("Rows."),
    grown: t.list(t.resource(growth)).describe("What grew."),
  },
}).from<{ rows: readonly { leaves: readonly string[] }[]; grown: readonly Leaf[] }>();

const torn = error("torn", {
  status: 409,
  type: "x",
  description: "It tore.",
  message: "Torn.",
  data: { growth: t.list(t.resource(growth)).describe("What tore.") },
});
const shape = {
  title: t.string().describe("A title."),
  size: t.enum({ s: "Small.", l: "Large." }).describe("How large."),
  at: t.object({ spot: t.string().describe("The spot.") }).describe("Where."),
};
let received: unknown;
const list = method("list", {
  route: "GET /branches",
  description: "Lists.",
  returns: page(branch),
}).execute(
  async (): Promise<Page<{ rows: { leaves: string[] }[]; grown: Leaf[] }>> => ({
    data: [{ rows: [{ leaves: ["a", "b"] }], grown: [leafOf("c", [leafOf("d", [leafOf("e")])])] }],
    has_more: false,
    total_count: async () => 1,
  }),
);
const tear = method("tear", {
  route: "POST /tear",
  description: "Tears.",
  params: {
    rows: t
      .list(t.object({ leaves: t.list(t.object(shape)).describe("Leaves.") }))
      .describe("Rows."),
  },
  returns: leaf,
  raises: [torn],
}).execute(async ({ params }) => {
  received = params;
  throw new Raised(torn, { growth: [leafOf("c", [leafOf("d")])] });
});

const way = "rows.leaves";
const past: Past = [
  {
    older: [
      field(leaf, "heading", renamedTo("name")),
      param(tear, `${way}.heading`, renamedTo("name")),
    ],
  },
  {
    named: [
      field(leaf, "name", renamedTo("title")),
      param(tear, `${way}.name`, renamedTo("title")),
      field(branch, "lines", renamedTo("rows")),
    ],
    sized: [
      field(leaf, "size", valuesRenamed({ large: "l" })),
      param(tear, `${way}.size`, valuesRenamed({ large: "l" })),
    ],
    moved: [
      field(leaf, "spot", renamedTo("at.spot")),
      param(tear, `${way}.spot`, renamedTo(`.${way}.at.spot`)),
    ],
  },
];
const parts = { resources: [leaf, bare, growth, branch], methods: [list, tear] };
const api = smallApi(parts, past);
const kit = await testKit(api);

/** A leaf as some version shows it. */
function shown(step: number, id: string, twigs: readonly object[] = []): object {
  if (step === 2) return { ...leafOf(id), twigs };
  const title = `title of ${id}`;
  const named = step === 1 ? { name: title } : { heading: title };
  return { id, ...named, size: "large", at: {}, spot: `spot of ${id}`, twigs };
}

describe("a rename, a value and a move below", () => {
  it.each([2, 1, 0])("an expanded reference, in a list, in a list, in a page: %i", async (step) => {
    const rows = step === 2 ? "rows" : "lines";
    const expand = [`data.${rows}.leaves`];
    const { body } = await kit.callAs({ version: versionAt(step) }).call("list", { expand });
    expect(body.data?.[0]).toMatchObject({
      [rows]: [{ leaves: [shown(step, "a"), shown(step, "b")] }],
    });
    const plain = await kit.callAs({ version: versionAt(step) }).call("list");
    expect(plain.body.data?.[0]).toMatchObject({ [rows]: [{ leaves: ["a", "b"] }] });
  });

  it.each([2, 1, 0])("a resource that stands in itself, in lists, in a union: %i", async (step) => {
    const { body } = await kit.callAs({ version: versionAt(step) }).call("list");
    const grown = [shown(step, "c", [shown(step, "d", [shown(step, "e")])])];
    expect(body.data?.[0]).toMatchObject({ grown });
  });

  it.each([2, 1, 0])(
    "lists in lists of params, and an error that carries a union: %i",
    async (step) => {
      const sent =
        step === 2
          ? { title: "T", size: "l", at: { spot: "S" } }
          : { [step === 1 ? "name" : "heading"]: "T", size: "large", spot: "S", at: {} };
      const { body } = await kit
        .callAs({ version: versionAt(step) })
        .call("tear", { rows: [{ leaves: [sent, sent] }] });
      const taken = { title: "T", size: "l", at: { spot: "S" } };
      expect(received).toEqual({ rows: [{ leaves: [taken, taken] }] });
      expect(body.error).toMatchObject({ growth: [shown(step, "c", [shown(step, "d")])] });
    },
  );

  it("holds before the matrix", async () => {
    await proveMatrix(api);
  });
});
