import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer } from "../server.js";
import { type Client, clients, type Run, runsOf } from "./eras.js";
import { judge } from "./judge.js";
import { planOf } from "./plan.js";
import { resultsTable, tableIn, withTable } from "./results-table.js";
import { pool, runClient } from "./run-client.js";

const readmeFile = new URL("../../../../README.md", import.meta.url);
const runs = clients.flatMap((client) => runsOf(client).map((run) => ({ client, run })));

let server: Awaited<ReturnType<typeof startServer>>;
let dataFolder: string;
/** What was wrong in each run, as its client's process ends. */
let outcomes: ReadonlyMap<string, Promise<readonly string[]>>;

const nameOf = (client: Client, run: Run) => `${client.alias} at ${run.version}`;

async function prove(client: Client, run: Run): Promise<readonly string[]> {
  try {
    const { secretKey } = await server.store.createAccount({ pin: run.pin });
    const plan = planOf(client, run, { host: "127.0.0.1", port: server.port, secretKey });
    return judge(client, run, plan, await runClient(plan));
  } catch (failure) {
    return [String(failure)];
  }
}

async function outcomeOf(client: Client, run: Run): Promise<readonly string[]> {
  return (await outcomes.get(nameOf(client, run))) ?? ["it did not run"];
}

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "holdfast-clients-"));
  server = await startServer({ port: 0, dataFolder });
  const started = pool(
    2,
    runs.map(
      ({ client, run }) =>
        () =>
          prove(client, run),
    ),
  );
  outcomes = new Map(
    runs.map(({ client, run }, index) => [
      nameOf(client, run),
      started[index] ?? Promise.resolve(["it did not start"]),
    ]),
  );
});

afterAll(async () => {
  await Promise.all(outcomes.values());
  await server.close();
  await rm(dataFolder, { recursive: true, force: true });
});

describe.each(clients)("stripe $release", (client) => {
  test.each(runsOf(client))("at $version, from the $by version", async (run) => {
    expect(await outcomeOf(client, run)).toEqual([]);
  });
});

test("README shows what was proven", { timeout: 120_000 }, async () => {
  const passed = new Set<string>();
  for (const { client, run } of runs) {
    if ((await outcomeOf(client, run)).length === 0) passed.add(nameOf(client, run));
  }
  const table = resultsTable((client, run) => passed.has(nameOf(client, run)));
  const readme = await readFile(readmeFile, "utf8");
  if (process.env.UPDATE_README === "1") await writeFile(readmeFile, withTable(readme, table));
  const shown = tableIn(await readFile(readmeFile, "utf8"));
  expect(shown, "regenerate the table with UPDATE_README=1 npm test").toBe(table);
});
