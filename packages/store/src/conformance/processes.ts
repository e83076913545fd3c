import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notesOf, noteTransactor } from "../testing/notes.js";
import type { MakePlace } from "../testing/places.js";
import { makePlainSources, type PlainSources } from "../testing/plain-sources.js";
import { startChild } from "../testing/run-child.js";
import { withStore } from "../testing/with-store.js";

const kills = 4;

export function describeProcesses(name: string, makePlace: MakePlace): void {
  describe(`${name}: many processes`, () => {
    let sources: PlainSources;
    beforeAll(async () => {
      sources = await makePlainSources();
    });
    afterAll(() => sources.remove());

    test("may open a new database at once", async () => {
      const place = await makePlace();
      try {
        const children = Array.from({ length: 3 }, () =>
          startChild(sources, "open", place.options),
        );
        expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0]);
      } finally {
        await place.remove();
      }
    });

    test("may write beside each other", () =>
      withStore(makePlace, async (store, place) => {
        const transactor = await noteTransactor(store);
        const child = startChild(sources, "write", place.options);
        try {
          await expect.poll(() => child.lines.length, { timeout: 30_000 }).toBeGreaterThan(50);
          const names = Array.from({ length: 100 }, (_, index) => `note-${index}`);
          await Promise.all(names.map((id) => transactor.write((unit) => notesOf(unit).add(id))));
          const ids = await transactor.read((unit) => notesOf(unit).ids());
          expect(ids.filter((id) => id.startsWith("note-"))).toHaveLength(100);
        } finally {
          child.process.kill("SIGKILL");
          await child.ended;
        }
      }));

    test("may be killed: what was kept is there, and a retry repeats nothing", () =>
      withStore(makePlace, async (store, place) => {
        const transactor = await noteTransactor(store);
        const printed: string[] = [];
        for (let kill = 1; kill <= kills; kill += 1) {
          const child = startChild(sources, "write", place.options);
          await expect
            .poll(() => child.lines.length, { timeout: 30_000 })
            .toBeGreaterThan(20 * kill);
          child.process.kill("SIGKILL");
          expect(await child.ended).toBe("SIGKILL");
          printed.push(...child.lines);
        }
        const named = (word: string) =>
          printed.flatMap((line) =>
            line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : [],
          );
        const before = new Set(await transactor.read((unit) => notesOf(unit).ids()));
        expect(named("kept").filter((id) => !before.has(id))).toEqual([]);
        for (const id of named("asked")) {
          const state = await transactor.write(
            async (unit) => {
              if (unit.idempotency.state === "new") await notesOf(unit).add(id);
              return unit.idempotency.state;
            },
            { scope: "notes", key: id },
          );
          expect(state).toBe(before.has(id) ? "answered" : "new");
        }
        const after = await transactor.read((unit) => notesOf(unit).ids());
        expect(after).toEqual([...named("asked")].sort());
      }));
  });
}
