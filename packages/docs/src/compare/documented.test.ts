import { readdir } from "node:fs/promises";
import type { Api } from "holdfast";
import { expect, test } from "vitest";
import { affectedBy, differencesOfGate } from "./gate.js";

const folder = new URL("../../../holdfast/src/documented/", import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith(".fixture.ts"));

/** The examples of `docs/changes.md`; what helps to run them has no API. */
const examples = await Promise.all(
  files.map(async (name): Promise<readonly [string, Api | undefined]> => {
    const module: { default?: { api?: Api } } = await import(new URL(name, folder).href);
    return [name.replace(".fixture.ts", ""), module.default?.api];
  }),
);
const documented = examples.flatMap(([name, api]) => (api ? [{ name, api }] : []));

test("there are examples", () => {
  expect(documented.length).toBeGreaterThan(70);
});

test.each(documented)("what $name does is told, and what it touches", ({ api }) => {
  for (const [gate, { planned }] of api.timeline.gates) {
    if (planned) continue;
    const all = differencesOfGate(api, gate);
    expect(all.length).toBeGreaterThan(0);
    expect(affectedBy(api, gate).length).toBeGreaterThan(0);
    for (const { says, mend, gates } of all) {
      expect(gates).toEqual([gate]);
      for (const sentence of mend === undefined ? [says] : [says, mend]) {
        expect(sentence).toMatch(/^[`A-Z].*[^.:;, ]\.$/s);
        expect(sentence).not.toMatch(/undefined|\[object|``/);
      }
    }
  }
});
