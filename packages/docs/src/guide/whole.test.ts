import fc from "fast-check";
import type { Api } from "holdfast";
import { describe, expect, it } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import { api as payments } from "../../../../examples/payments/src/app.js";
import { contextOf } from "../changelog/context.fixture.js";
import { labApi } from "../changelog/lab.fixture.js";
import { compareContracts } from "../compare/compare.js";
import type { Difference } from "../compare/difference.js";
import { noExamples, Samples } from "../samples/index.js";
import type { Guide } from "./guide.js";
import { guideOf } from "./guide-of.js";
import { guideMarkdown } from "./markdown.js";
import { renderGuide } from "./render-guide.js";

const apis: readonly (readonly [string, Api])[] = [
  ["payments", payments],
  ["a generated API", generatedApi({ methods: 12, versions: 20 })],
  ["the lab", labApi()],
];

describe.each(apis)("a guide of %s", (_, api) => {
  const samples = new Samples(api, noExamples);
  const context = contextOf(api, samples);
  const { versions } = api.timeline;
  const names = versions.map(({ name }) => name);
  const pairs = fc
    .tuple(fc.nat(versions.length - 1), fc.nat(versions.length - 1))
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
  const oldest: [readonly [number, number]] = [[0, versions.length - 1]];
  const between = ([older, newer]: readonly [number, number]) => {
    const [from = "", to = ""] = [names[older], names[newer]];
    const [before, after] = [from, to].map((name) => api.timeline.at(name));
    const guide = guideOf(api, samples, from, to);
    if (!guide || !before || !after) throw new RangeError(`${from} or ${to} is not known`);
    return { guide, differences: compareContracts(before, after, api.definitions) };
  };

  it("tells every difference once, with what to do, and counts them right", () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const { guide, differences } = between(pair);
        const told = guide.parts.flatMap(({ needed, others }) => [...needed, ...others]);
        const behaving = differences.filter(isOfGate);
        const shown = differences.filter((one) => !isOfGate(one));
        expect([...told].sort(bySaying)).toEqual([...shown].sort(bySaying));
        expect(behaving.map(behaviourKey).sort()).toEqual(toldBehaviours(guide).sort());
        const needed = differences.filter(({ mend }) => mend !== undefined).length;
        expect(guide.counts.needed).toBe(needed);
        expect(guide.counts.others + needed + behaving.length).toBe(differences.length);
        for (const { needed, others } of guide.parts) {
          expect(needed.every(({ mend }) => mend !== undefined)).toBe(true);
          expect(others.every(({ mend }) => mend === undefined)).toBe(true);
        }
      }),
      { numRuns: 12, examples: [oldest] },
    );
  });

  it("counts a method as untouched only where nothing about it differs", () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const { guide, differences } = between(pair);
        const touched = new Set(
          differences.flatMap(({ subject }) => (subject.on === "method" ? subject.name : [])),
        );
        const [before, after] = [guide.from, guide.to].map(({ name }) => api.timeline.at(name));
        const stays = [...(after?.methods ?? [])].filter(
          ([name, { exists }]) => exists && before?.methods.get(name)?.exists && !touched.has(name),
        );
        expect(guide.counts.untouched.methods).toBe(stays.length);
      }),
      { numRuns: 12, examples: [oldest] },
    );
  });

  it("writes all of it, as Markdown and on the page", () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const { guide } = between(pair);
        const [text, html] = [guideMarkdown(guide), renderGuide(context, guide)];
        for (const { needed, others } of guide.parts) {
          for (const { says, mend } of needed) expect(text).toContain(`- [ ] ${says} ${mend}`);
          for (const { says } of others) expect(text).toContain(`- ${says}`);
        }
        for (const { description } of guide.behaviours) expect(text).toContain(description);
        expect(html.split('<p class="mend">').length - 1).toBe(guide.counts.needed);
        const [, list = ""] = html.split("Behaviours that change</h2>");
        const listed = list.slice(0, list.indexOf("</section>")).split("<li>").length - 1;
        expect(listed).toBe(guide.behaviours.length);
      }),
      { numRuns: 4, examples: [oldest] },
    );
  });
});

it("tells what is done otherwise of all requests, however many gates lie between", () => {
  const { timeline } = payments;
  const { name: newest = "" } = timeline.versions.at(-1) ?? {};
  const samples = new Samples(payments, noExamples);
  for (const { name } of timeline.versions) {
    if (timeline.at(name)?.wire.mismatchedKeys !== "replayed") continue;
    const guide = guideOf(payments, samples, name, newest);
    const says = guide?.parts.flatMap(({ needed }) => needed.map((one) => one.says)) ?? [];
    expect([name, says]).toEqual([name, expect.arrayContaining([REFUSED])]);
  }
  expect.hasAssertions();
});

const REFUSED =
  "An idempotency key that comes back with other params is refused now; the first answer was given again.";

/** What a method does otherwise is told by its gate, in the author's sentence. */
function isOfGate({ kind, subject }: Difference): boolean {
  return kind === "behaviour" && subject.on === "method";
}

function behaviourKey({ gates: [gate], subject: { name } }: Difference): string {
  return `${gate} ${name}`;
}

function toldBehaviours({ behaviours }: Guide): string[] {
  return behaviours.flatMap(({ gate, methods }) => methods.map(({ name }) => `${gate} ${name}`));
}

function bySaying(one: Difference, other: Difference): number {
  const [a, b] = [one, other].map((each) => JSON.stringify(each));
  return (a ?? "") < (b ?? "") ? -1 : 1;
}
