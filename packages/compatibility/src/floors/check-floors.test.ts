import { t } from "holdfast";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { breaking, safe } from "./edits.fixture.js";
import { check, kept, labApi, labFloors, released } from "./lab.fixture.js";

let floors: Awaited<ReturnType<typeof labFloors>>;
beforeAll(async () => {
  floors = await labFloors();
});
afterAll(() => floors.remove());

describe("what breaks", () => {
  test.each(breaking)("%s", async (_name, edit, what, direction, verb) => {
    const spec = released();
    edit(spec);
    const { verdict, findings } = await check(labApi(spec), floors.folder);
    expect(findings.map(({ cause }) => [cause.change.what, cause.direction])).toEqual([
      [what, direction],
    ]);
    expect(verdict).toBe("breaking");
    const [finding] = findings;
    expect(finding?.cause.versions).toEqual(["genesis", "2014-01-01", "2015-01-01", "2016-01-01"]);
    expect(finding?.mend?.module).toContain(verb);
    expect(finding?.witness).toBeDefined();
    if (!finding?.mend) throw new Error("it has no mend");
    kept(spec, finding.mend);
    const mended = await check(labApi(spec, [finding.mend]), floors.folder);
    expect(mended.findings.map(({ cause }) => cause.change)).toEqual([]);
    expect(mended.verdict).toBe("safe");
  });
});

describe("what hurts nobody", () => {
  test.each(safe)("%s", async (_name, edit, additions) => {
    const spec = released();
    edit(spec);
    const found = await check(labApi(spec), floors.folder);
    expect(found.findings.map(({ cause }) => cause.change)).toEqual([]);
    expect(found.verdict).toBe("safe");
    expect(found.additions.map(({ what }) => what)).toEqual(additions);
  });
});

test("a default where there was none: no value stands for nothing", async () => {
  const spec = released();
  spec.create.note = t
    .string({ maxLength: 20 })
    .optional()
    .default("-")
    .describe("A note for the customer.");
  const { verdict, findings } = await check(labApi(spec), floors.folder);
  expect(verdict).toBe("breaking");
  expect(findings[0]?.mend).toBeUndefined();
  expect(findings[0]?.witness).toMatchObject({ before: "means nothing", now: 'means "-"' });
});
