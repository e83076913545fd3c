import { readFile, writeFile } from "node:fs/promises";
import { type ExampleSet, type Execution, Samples, takeExamples } from "@holdfast/docs/samples";
import { beforeAll, describe, expect, test } from "vitest";
import { api } from "../app.js";
import { paymentErrors } from "../errors.js";
import { examples } from "./index.js";
import { saidOtherwise } from "./said.fixture.js";
import { openWorld } from "./world.fixture.js";

const SNAPSHOT = new URL("../../docs-snapshots/examples.json", import.meta.url);

const RENEW = "UPDATE_SNAPSHOTS=1 npx vitest run examples/payments/src/examples";

let stored: ExampleSet;
let taken: ExampleSet;
const executions: Execution[] = [];

beforeAll(async () => {
  const world = await openWorld();
  try {
    taken = await takeExamples(api, examples, world, (one) => executions.push(one));
  } finally {
    await world.close();
  }
  if (process.env.UPDATE_SNAPSHOTS === "1") {
    await writeFile(SNAPSHOT, `${JSON.stringify(taken, null, 1)}\n`);
  }
  stored = JSON.parse(await readFile(SNAPSHOT, "utf8"));
}, 600_000);

test("the stored examples are what the examples give", () => {
  const changed = (["methods", "events", "errors"] as const).flatMap((part) => {
    const names = new Set([...Object.keys(taken[part]), ...Object.keys(stored[part])]);
    const text = (set: ExampleSet, name: string) => JSON.stringify(set[part][name]);
    return [...names].filter((name) => text(taken, name) !== text(stored, name));
  });
  expect(changed, `Examples give something else than is stored: run ${RENEW}`).toEqual([]);
});

test("every method, every event and every error of the API's own has an example", () => {
  const { methods, events } = api.definitions;
  expect(Object.keys(stored.methods)).toEqual(methods.map(({ name }) => name).sort());
  expect(Object.keys(stored.events)).toEqual(events.map(({ type }) => type).sort());
  for (const { name } of paymentErrors) expect(Object.keys(stored.errors)).toContain(name);
});

describe("at each version", () => {
  test("an example answers with what its page shows", () => {
    const samples = new Samples(api, stored);
    const shown = ({ shows: { on, name }, version }: Execution) => {
      if (on === "event") return samples.eventSample(name, version);
      if (on === "error") return samples.errorSample(name, version);
      return samples.methodSample(name, version)?.response.body;
    };
    const wrong = executions.filter((one) => {
      const { shows, heard, answer } = one;
      // What is an error today may have been none before.
      if (shows.on === "error" && heard?.raised?.definition.name !== shows.name) return false;
      const isAsMeant = shows.on === "error" || answer.status === 200;
      return !isAsMeant || JSON.stringify(shown(one)) !== answer.body;
    });
    expect(wrong.map(({ shows, version }) => `${shows.name} at ${version}`)).toEqual([]);
    for (const { name } of api.timeline.versions) {
      const here = executions.filter(({ version }) => version === name);
      expect(here.length).toBe(examples.length);
    }
  });

  test("a request says what the example says, as far as the version can", () => {
    expect(executions.flatMap(saidOtherwise)).toEqual([]);
  });
});
