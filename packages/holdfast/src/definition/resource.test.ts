import { expect, test } from "vitest";
import { resource } from "./resource.js";
import { t } from "./t.js";

test("what a function makes for a record, where it may hold records, is made once", () => {
  const thing = resource("thing", {
    description: "A thing.",
    fields: {
      parts: t.page(resource("part", { description: "A part.", fields: {} }).from<object>()),
      size: t.integer(),
    },
  }).from<object>({
    parts: () => ({ data: [], has_more: false, total_count: async () => 0, url: "/parts" }),
    size: () => 1,
  });
  const getter = thing.getters.get("parts");
  if (getter?.how !== "function") throw new Error("parts is made by a function");
  const [one, other] = [{}, {}];
  expect(getter.get(one as never)).toBe(getter.get(one as never));
  expect(getter.get(one as never)).not.toBe(getter.get(other as never));
});
