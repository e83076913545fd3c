import { expect, it } from "vitest";
import { smallApi } from "../../history/small-api.fixture.js";
import { openRig } from "../../pipeline/rig.fixture.js";
import { method } from "../method.js";
import { resource } from "../resource.js";
import { t } from "../t.js";

interface Owner {
  readonly id: string;
}
const text = t.string().describe("A text.");
const owner = resource("owner", { description: "An owner.", fields: { id: text } })
  .from<Owner>()
  .loadedBy(async (ids) => new Map(ids.map((id) => [id, { id }])));
const box = resource("box", {
  description: "A box.",
  fields: {
    what: t
      .union("kind", {
        owned: t
          .object({
            kind: t.literal("owned").describe("Owned."),
            by: t.ref<Owner>("owner").describe("By whom."),
          })
          .describe("Something owned."),
        held: t
          .object({
            kind: t.literal("held").describe("Held."),
            by: t.loaded<Owner>("owner").describe("By whom."),
          })
          .describe("Something held."),
      })
      .describe("What is in it."),
  },
}).from<{ what: { kind: "owned" | "held"; by: string } }>();
const read = method("boxes.read", {
  route: "GET /v1/boxes/{kind}",
  description: "Reads a box.",
  params: { kind: t.enum({ owned: "Owned.", held: "Held." }).describe("Which.") },
  returns: box,
}).execute(async ({ params }) => ({ what: { kind: params.kind, by: "o_1" } }));

it("loads and expands what stands in the arm that a value is of", async () => {
  const rig = await openRig(smallApi({ resources: [owner, box], methods: [read] }, []));
  const { secretKey: key } = rig.store.createAccount();
  const owned = await rig.send("GET /v1/boxes/owned", { key });
  expect(owned.body).toEqual({ what: { kind: "owned", by: "o_1" } });
  const held = await rig.send("GET /v1/boxes/held", { key });
  expect(held.body).toEqual({ what: { kind: "held", by: { id: "o_1" } } });
});
