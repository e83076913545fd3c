import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import { api as payments } from "../../../../examples/payments/src/app.js";
import { guideOf } from "../guide/index.js";
import { renderGuide } from "../guide/render-guide.js";
import { noExamples, Samples } from "../samples/index.js";
import { calledAt } from "./called.js";
import { changelogOf } from "./changelog.js";
import { contextOf } from "./context.fixture.js";
import { filtersOf } from "./filters.js";
import { renderChangelog } from "./render-changelog.js";
import { renderRelease } from "./render-release.js";

const read = (path: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../examples/payments/${path}`, import.meta.url), "utf8"),
  );

/** Every fact of the provider's public history: what it is on, by version and id. */
const facts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> =
  read("src/testing/facts.json");

describe("the changelog of payments", () => {
  const samples = new Samples(payments, read("docs-snapshots/examples.json"));
  const changelog = changelogOf(payments, samples);
  const { gates } = payments.timeline;
  const built = [...gates.keys()].filter((gate) => gates.get(gate)?.planned === false);

  it("tells every fact of the published history, at its version", () => {
    const told = changelog.entries.flatMap((entry) =>
      entry.is === "release"
        ? entry.gates.flatMap((gate) =>
            (gates.get(gate)?.facts ?? []).map((fact) => `${entry.version.name} ${fact}`),
          )
        : [],
    );
    const published = Object.entries(facts).flatMap(([version, all]) =>
      Object.keys(all).map((fact) => `${version} ${fact}`),
    );
    expect([...told].sort()).toEqual(expect.arrayContaining(published.sort()));
    expect(published.length).toBeGreaterThan(250);
  });

  it("says what changed and for whom, of every change that is built", () => {
    for (const gate of built) {
      const change = changelog.change(gate);
      expect([gate, change?.differences.length]).not.toEqual([gate, 0]);
      expect([gate, change?.kinds.length]).not.toEqual([gate, 0]);
      expect([gate, change?.affects.length]).not.toEqual([gate, 0]);
    }
  });

  it("says of a change that it affects a resource that its fact is on, or events or methods of it", () => {
    const missing = built.filter((gate) => {
      const entry = gates.get(gate);
      const contract = payments.timeline.at(entry?.version ?? "");
      const called = changelog.change(gate)?.affects.map((one) => calledAt(contract, one)) ?? [];
      const on = (entry?.facts ?? []).flatMap((fact) => facts[entry?.version ?? ""]?.[fact] ?? []);
      const known = on.filter((name) => name !== "list" && contract?.resources.has(name));
      const isTold = (name: string) =>
        called.some(
          (one) => one === name || one.startsWith(`${name}.`) || one.startsWith(`${name}s.`),
        );
      return known.length > 0 && !known.some(isTold);
    });
    expect(missing).toEqual([]);
  });

  it("shows most changes of fields and params before and after", () => {
    const shapes = built.filter((gate) =>
      changelog
        .change(gate)
        ?.differences.some(({ kind }) => ["renamed", "removed", "moved", "type"].includes(kind)),
    );
    const shown = shapes.filter((gate) => changelog.examples(gate).length > 0);
    expect(shown.length / shapes.length).toBeGreaterThan(0.7);
    for (const gate of built) {
      for (const { lines } of changelog.examples(gate)) {
        expect(lines.some(({ mark }) => mark === "added" || mark === "removed")).toBe(true);
        expect(lines.length).toBeLessThanOrEqual(41);
      }
    }
  });

  it("has a small page for each version, and guides between any two", () => {
    const context = contextOf(payments, samples);
    const names = payments.timeline.versions.map(({ name }) => name);
    for (const [index, name] of names.entries()) {
      if (index === 0) continue;
      const html = renderRelease(context, changelog, name) ?? "";
      expect(gzipSync(html).length).toBeLessThan(50 * 1024);
      const guide = guideOf(payments, samples, names[0] ?? "", name, ["charges.create"]);
      expect(guide?.counts.needed).toBe(guide?.parts.flatMap(({ needed }) => needed).length);
    }
  }, 60_000);
});

describe("a generated API", () => {
  const none = (api: typeof payments) => new Samples(api, noExamples);
  const query = (text: string) => filtersOf(new URLSearchParams(text));

  it.each([1, 2, 3])("tells of every gate, seed %i", (seed) => {
    const api = generatedApi({ methods: 20, versions: 25, seed });
    const changelog = changelogOf(api, none(api));
    for (const gate of api.timeline.gates.keys()) {
      const change = changelog.change(gate);
      expect([gate, change?.differences.length]).not.toEqual([gate, 0]);
      expect([gate, change?.affects.length]).not.toEqual([gate, 0]);
    }
  });

  it.each([1, 2, 3])("limits guides to parts of the whole, seed %i", (seed) => {
    const api = generatedApi({ methods: 15, versions: 20, seed });
    const names = api.timeline.versions.map(({ name }) => name);
    for (const [from, to] of [
      [0, 19],
      [3, 11],
      [15, 16],
    ] as const) {
      const guide = (...only: string[]) =>
        guideOf(api, none(api), names[from] ?? "", names[to] ?? "", only);
      const keyOf = (part: { subject: { on: string; name: string } }) =>
        `${part.subject.on} ${part.subject.name}`;
      const whole = new Map(guide()?.parts.map((part) => [keyOf(part), part.needed.length]));
      const found = new Set<string>();
      for (const { name } of [...api.definitions.methods, ...api.definitions.resources]) {
        for (const part of guide(name)?.parts ?? []) {
          expect(whole.get(keyOf(part))).toBe(part.needed.length);
          found.add(keyOf(part));
        }
      }
      const reached = [...whole.keys()].filter((key) => /^(method|resource) /.test(key));
      expect(reached.filter((key) => !found.has(key))).toEqual([]);
    }
  });

  it("has small pages at 300 methods and 104 versions", () => {
    const api = generatedApi({ methods: 300, versions: 104 });
    const samples = none(api);
    const changelog = changelogOf(api, samples);
    const context = contextOf(api, samples);
    const names = api.timeline.versions.map(({ name }) => name);
    const [oldest = "", newest = ""] = [names[0], names.at(-1)];
    const [method] = api.definitions.methods;
    const guide = (...only: string[]) => {
      const found = guideOf(api, samples, oldest, newest, only);
      if (!found) throw new RangeError("there is no guide");
      return renderGuide(context, found);
    };
    const pages: readonly [page: () => string, milliseconds: number][] = [
      [() => renderChangelog(context, changelog, query("")), 20],
      [() => renderChangelog(context, changelog, query("kind=field&affects=orders.create")), 20],
      [() => renderRelease(context, changelog, names[52] ?? "") ?? "", 20],
      [() => guide(method?.name ?? ""), 50],
      [() => guide(), 150],
    ];
    for (const [page, budget] of pages) {
      const times = Array.from({ length: 8 }, () => {
        const { user, system } = process.cpuUsage();
        const html = page();
        const used = process.cpuUsage();
        expect(gzipSync(html).length).toBeLessThan(50 * 1024);
        return (used.user + used.system - user - system) / 1000;
      });
      // The processor's time, and the least of it: other tests run at the same time.
      expect(Math.min(...times)).toBeLessThan(budget);
    }
  }, 60_000);
});
