import { describe, expect, it } from "vitest";
import { added } from "../history/changes/renamed-to.js";
import { smallApi } from "../history/small-api.fixture.js";
import { method, param, renamedTo, resource, t } from "../index.js";
import { Addresses } from "./addresses.js";

const text = t.string().describe("A text.");
const thing = resource("thing", { description: "A thing.", fields: {} }).from<object>();
const send = method("send", {
  route: "POST /send",
  description: "Sends.",
  params: {
    source: text,
    card: t
      .object({ number: text, deep: t.object({ a: text }).describe("Deep.") })
      .describe("A card."),
    items: t
      .list(t.object({ price: text, parts: t.list(t.object({ sum: text })).describe("Parts.") }))
      .describe("Items."),
    whom: t.either(text, t.object({ name: text })).describe("Whom."),
    tags: t.map().describe("Tags."),
    extra: text,
  },
  returns: thing,
}).execute(async () => ({}));

const api = smallApi({ resources: [thing], methods: [send] }, [
  {
    old: [
      param(send, "token", renamedTo("source")),
      param(send, "payment", renamedTo("card")),
      param(send, "payment.digits", renamedTo("number")),
      param(send, "payment.deep", added()),
      param(send, "rows", renamedTo("items")),
      param(send, "rows.cost", renamedTo("price")),
      param(send, "rows.pieces", renamedTo("parts")),
      param(send, "rows.pieces.total", renamedTo("sum")),
      param(send, "buyer", renamedTo("whom")),
      param(send, "buyer.called", renamedTo("name")),
      param(send, "labels", renamedTo("tags")),
      param(send, "extra", added()),
    ],
  },
]);

const addresses = (version: string) => {
  const params = api.timeline.at(version)?.methods.get("send")?.params;
  if (!params) throw new TypeError("there is no method");
  const found = new Addresses(params);
  return (path: string) => found.of(path.split("."))?.join(".");
};

describe("the caller's address of a param of today's", () => {
  it.each([
    ["source", "token"],
    ["card", "payment"],
    ["card.number", "payment.digits"],
    ["items.0.price", "rows.0.cost"],
    ["items.3.parts.1.sum", "rows.3.pieces.1.total"],
    ["items.2", "rows.2"],
    ["whom", "buyer"],
    ["whom.name", "buyer.called"],
    ["tags.some key", "labels.some key"],
    ["card.deep", undefined],
    ["card.deep.a", undefined],
    ["card.unheard_of", undefined],
    ["extra", undefined],
    ["unheard_of", undefined],
  ])("%s is %s", (head, caller) => {
    expect(addresses("genesis")(head)).toBe(caller);
  });

  it("is the same at the newest version", () => {
    const now = addresses("2011-01-01");
    for (const path of ["source", "card.deep.a", "items.1.parts.0.sum", "tags.0", "whom.name"]) {
      expect(now(path)).toBe(path);
    }
  });
});
