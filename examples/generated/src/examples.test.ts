import { Samples } from "@holdfast/docs/samples";
import { testKit } from "holdfast/testing";
import { expect, it } from "vitest";
import { generatedApi, generatedExamples } from "./index.js";

it("has an example of each method that answers with what its page shows, at each version", async () => {
  const api = generatedApi({ methods: 20, versions: 40 });
  const samples = new Samples(api, await generatedExamples(api));
  const kit = await testKit(api);
  let checked = 0;
  for (const { name: version } of api.timeline.versions) {
    const caller = kit.callAs({ version });
    for (const [name, method] of api.timeline.at(version)?.methods ?? []) {
      if (!method.exists) continue;
      const sample = samples.methodSample(name, version);
      const { verb, path, params } = sample?.request ?? {};
      const { status, body } = await kit.running.handle({
        method: verb ?? "",
        path: path ?? "",
        query: "",
        headers: {
          authorization: `Bearer ${caller.key}`,
          "content-type": "application/json",
          "api-version": version,
        },
        body: new TextEncoder().encode(JSON.stringify(params)),
      });
      checked += 1;
      expect({ name, version, status, body: JSON.parse(body) }).toEqual({
        ...{ name, version },
        ...sample?.response,
      });
    }
  }
  await kit.stop();
  expect(checked).toBeGreaterThan(700);
});

it("shows every resource at every version", async () => {
  const api = generatedApi({ methods: 20, versions: 40 });
  const samples = new Samples(api, await generatedExamples(api));
  for (const { name: version } of api.timeline.versions) {
    for (const { name } of api.definitions.resources) {
      expect(samples.resourceSample(name, version)).toMatchObject({ id: expect.any(String) });
    }
  }
});
