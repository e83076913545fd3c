import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { t } from "holdfast";
import { appendAdditions, writeFloors } from "holdfast/floor";
import { expect, test } from "vitest";
import { check, labApi, labFloors, released, type Spec } from "./lab.fixture.js";
import { asJson } from "./report/as-json.js";

const words = "Something new.";

/** Additions that hurt nobody, each under a name of its own. */
const additions: readonly ((spec: Spec, name: string) => void)[] = [
  (spec, name) => {
    spec.charge[name] = t.integer().describe(words);
  },
  (spec, name) => {
    spec.receipt[name] = t.string().nullable().describe(words);
  },
  (spec, name) => {
    spec.card[name] = t.enum({ a: "A.", b: "B." }).describe(words);
  },
  (spec, name) => {
    spec.create[name] = t.string().optional().describe(words);
  },
  (spec, name) => {
    spec.shipping[name] = t.integer().default(3).describe(words);
  },
  (spec, name) => {
    spec.events = { ...spec.events, [`charge.${name}`]: {} };
  },
  (spec, name) => {
    spec.headers = { ...spec.headers, [`X-${name}`]: {} };
  },
  (spec) => {
    spec.refundOptions = { ...released().refundOptions };
  },
];

const steps = fc.array(fc.nat({ max: additions.length - 1 }), { maxLength: 4 });

function added(chosen: readonly number[], base: Spec = released()): Spec {
  for (const [index, step] of chosen.entries()) additions[step]?.(base, `new${index}`);
  return base;
}

test("law: what is only added is safe, goes to the ledger, and is a promise from then on", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (chosen) => {
      const before = { ...released(), refundOptions: undefined };
      const { folder, remove } = await labFloors(before);
      try {
        const api = labApi(added(chosen, { ...released(), refundOptions: undefined }));
        const found = await check(api, folder);
        expect(found.verdict).toBe("safe");
        expect(found.additions.length).toBeLessThanOrEqual(chosen.length);
        expect(found.additions.length > 0).toBe(chosen.length > 0);
        await appendAdditions(api, found.additions, folder);
        const again = await check(api, folder);
        expect(again.additions).toEqual([]);
        expect(again.verdict).toBe("safe");
        const taken = await check(labApi(before), folder);
        expect(taken.verdict).toBe(chosen.length > 0 ? "breaking" : "safe");
      } finally {
        await remove();
      }
    }),
    { numRuns: 6, seed: 7 },
  );
});

test("law: the same twice", async () => {
  const { folder, remove } = await labFloors();
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(["fee", "paid", "statement", "id"]),
        steps,
        async (gone, chosen) => {
          const edited = () => {
            const spec = added(chosen);
            for (const name of gone) delete spec.charge[name];
            return labApi(spec);
          };
          const [one, other] = [await check(edited(), folder), await check(edited(), folder)];
          expect(JSON.stringify(asJson(one))).toBe(JSON.stringify(asJson(other)));
          expect(one.verdict).toBe(gone.length > 0 ? "breaking" : "safe");
        },
      ),
      { numRuns: 6, seed: 7 },
    );
  } finally {
    await remove();
  }
});

test("a version that has no floor is told of, and one that has ended is not looked at", async () => {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-floors-"));
  try {
    const api = labApi(released());
    await writeFloors(api, ["2015-01-01"], folder, { date: "2016-01-01" });
    const found = await check(api, folder);
    expect(found.versions).toEqual(["2015-01-01"]);
    expect(found.unfloored).toEqual(["genesis", "2014-01-01", "2016-01-01"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
