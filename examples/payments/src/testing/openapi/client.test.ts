import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { serve } from "holdfast";
import { afterAll, beforeEach, expect, test } from "vitest";
import { generateClient, missing } from "../../../../../judges/index.js";
import { openPayments } from "../payments.fixture.js";
import { documentOf, versions } from "./documents.fixture.js";

beforeEach((context) => {
  const why = missing();
  if (why !== undefined) context.skip(why);
});

const folder = mkdtempSync(join(tmpdir(), "holdfast-client-"));
afterAll(() => rmSync(folder, { recursive: true }));

const packageFile = createRequire(import.meta.url).resolve("typescript/package.json");
const tsc = join(dirname(packageFile), "bin", "tsc");

/** How the client is used here: what a program would write against it. */
const PROGRAM = `
import { Api } from "./client";

export async function run(baseUrl: string, key: string) {
  const api = new Api<string>({
    baseUrl,
    securityWorker: (held) => ({ headers: { authorization: \`Bearer \${held}\` } }),
  });
  api.setSecurityData(key);
  const made = await api.v1.tokensCreate({ card: { number: "4242424242424242", exp_month: 12, exp_year: 2030, cvc: "123" } });
  const charge = await api.v1.chargesCreate({ amount: 1500, currency: "usd", source: made.data.id });
  const amount: number = charge.data.amount;
  const kind: "charge" = charge.data.object;
  const list = await api.v1.chargesList({ limit: 3 });
  const ids: string[] = list.data.data.map(({ id }) => id);
  const refused = await api.v1.chargesCreate({ amount: 0, currency: "usd" }).catch((answer) => answer.status as number);
  return { amount, kind, id: charge.data.id, ids, refused };
}
`;

const OPTIONS = [
  "--strict",
  "--target",
  "es2022",
  "--module",
  "es2022",
  "--moduleResolution",
  "bundler",
];

test("a client that a generator makes compiles, and calls the real server", async () => {
  const payments = await openPayments();
  const server = await serve(payments.running.handle, { port: 0 });
  try {
    const { url: baseUrl } = server;
    const client = await generateClient(documentOf(versions.at(-1) ?? "", baseUrl));
    writeFileSync(join(folder, "client.ts"), client);
    writeFileSync(join(folder, "program.ts"), PROGRAM);
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        tsc,
        ...OPTIONS,
        "--lib",
        "es2022,dom,dom.iterable",
        "--types",
        "",
        "--skipLibCheck",
        "program.ts",
      ],
      { cwd: folder, encoding: "utf8" },
    );
    expect(stdout).toBe("");
    expect(status).toBe(0);
    const { run } = await import(/* @vite-ignore */ pathToFileURL(join(folder, "program.js")).href);
    const done = await run(baseUrl, payments.callAs().key);
    expect(done).toEqual({
      amount: 1500,
      kind: "charge",
      id: done.ids[0],
      ids: [expect.stringMatching(/^ch_/)],
      refused: 400,
    });
  } finally {
    await server.close();
    await payments.close();
  }
}, 120_000);
