import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Api, bootApiFrom, field, gate, method, removed, resource, t } from "holdfast";
import { writeFloors } from "holdfast/floor";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkFloors } from "./check-floors.js";
import { ajvJudges } from "./judges.js";
import { sourcesOf } from "./sources.js";

const text = t.string().describe("A text.");
const VERSIONS = "genesis: []\n2014-01-01: []\n";
const AMEND = `amend:
  - date: 2024-06-20
    revokes: transfer_has_summary
    description: A transfer has no summary any more.
`;

function apiWith(fields: "as it was" | "amended" | "gone", history: string): Api {
  const summary = {
    "as it was": { summary: text },
    amended: { summary: text.until("transfer_has_summary") },
    gone: {},
  }[fields];
  const transfer = resource("transfer", {
    description: "Money on its way.",
    fields: { id: text, ...summary },
  }).from<{ readonly id: string; readonly summary: string }>();
  const read = method("transfers.retrieve", {
    route: "GET /transfer",
    description: "Reads the transfer.",
    returns: transfer,
  }).execute(async () => ({ id: "a", summary: "s" }));
  const gates =
    fields === "amended"
      ? [gate("transfer_has_summary", [field(transfer, "summary", removed())])]
      : [];
  return bootApiFrom({ name: "Transfers", resources: [transfer], methods: [read] }, history, gates);
}

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdfast-amend-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function verdict(written: string, api: Api): Promise<string> {
  const before = apiWith("as it was", VERSIONS);
  await writeFloors(before, ["genesis", "2014-01-01"], folder, { date: written });
  const judges = ajvJudges(() => []);
  return (await checkFloors(api, { folder, judges, sources: sourcesOf(api, folder) })).verdict;
}

it("an amend lowers the floors that were written before it", async () => {
  expect(await verdict("2024-06-19", apiWith("amended", VERSIONS + AMEND))).toBe("safe");
});

it("and no later ones", async () => {
  expect(await verdict("2024-06-20", apiWith("amended", VERSIONS + AMEND))).toBe("breaking");
});

it("and nothing else lowers one", async () => {
  expect(await verdict("2024-06-19", apiWith("gone", VERSIONS))).toBe("breaking");
});

it("it lowers what it names, and leaves the rest a promise", async () => {
  const some = AMEND.replace("revokes", "to: genesis\n    revokes");
  const api = apiWith("amended", VERSIONS + some);
  expect(await verdict("2024-06-19", api)).toBe("safe");
  const shown = ["genesis", "2014-01-01"].map((version) =>
    api.timeline.at(version)?.resources.get("transfer")?.shape.fields.has("summary"),
  );
  expect(shown).toEqual([false, true]);
});
