import { testKit } from "holdfast/testing";
import { expect, it } from "vitest";
import { generatedApi } from "./generated-api.js";

it("boots at the size that is asked for, whatever the seed", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { definitions, timeline } = generatedApi({ methods: 106, versions: 104, seed });
    expect(definitions.methods).toHaveLength(106);
    expect(timeline.versions).toHaveLength(104);
    expect(timeline.gates.size).toBeGreaterThan(280);
  }
});

it("is the same for the same seed, and another for another", () => {
  const gates = (seed: number) => [
    ...generatedApi({ methods: 20, versions: 30, seed }).timeline.gates.keys(),
  ];
  expect(gates(7)).toEqual(gates(7));
  expect(gates(7)).not.toEqual(gates(8));
});

it("answers at every version in the names of that version", async () => {
  const api = generatedApi({ methods: 10, versions: 40 });
  const kit = await testKit(api);
  const seen = new Set<string>();
  for (const { name } of api.timeline.versions) {
    const { body } = await kit.callAs({ version: name }).call("orders.retrieve", { id: "order_1" });
    expect(Object.keys(body)).toEqual([
      ...(api.timeline.at(name)?.resources.get("order")?.shape.fields.keys() ?? []),
    ]);
    seen.add(Object.keys(body).join());
  }
  expect(seen.size).toBeGreaterThan(10);
});
