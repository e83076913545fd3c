import { expect, test } from "vitest";
import { readStep, renderStep } from "../engine.js";
import { longApi } from "./long-api.js";

test.each([
  [65, 22],
  [65, 65],
  [1000, 300],
])(
  "after %i versions, %i of them with changes, the oldest sees other names and reads the same",
  async (versions, touching) => {
    const { api, record, newestForm, oldestForm } = longApi(versions, touching);
    expect(api.timeline.versions).toHaveLength(versions);
    expect(api.timeline.gates.size).toBe(touching);
    const newest = renderStep(api, -1, "items.create", record)() as object;
    const oldest = renderStep(api, 0, "items.create", record)() as object;
    const kept = Object.keys(oldest).filter((name) => name in newest);
    expect(kept.length).toBeLessThan(20);
    expect(Object.keys(newest)).toHaveLength(26);
    expect(Math.abs(Object.keys(oldest).length - 26)).toBeLessThan(2);
    const read = (await readStep(api, -1, "items.create", newestForm)()) as object;
    const readOld = (await readStep(api, 0, "items.create", oldestForm)()) as object;
    expect(read).toMatchObject(readOld);
    expect(Object.keys(readOld).length).toBeGreaterThan(14);
  },
);
