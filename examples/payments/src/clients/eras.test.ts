import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { clients, runsOf } from "./eras.js";

const load = createRequire(import.meta.url);

test.each(clients)("$alias is stripe $release, and $ownVersion is what it sends", (client) => {
  // The test runner's own conditions make some of them load as a module with a default.
  const loaded = load(client.alias);
  const Stripe = loaded.default ?? loaded;
  expect(Stripe.PACKAGE_VERSION).toBe(client.release);
  const stripe = new Stripe("sk_test_anything");
  expect(stripe.getApiField("version")).toBe(client.ownVersion);
});

test.each(clients)("$alias runs at its own era and at five further versions", (client) => {
  const runs = runsOf(client);
  expect(runs.filter((run) => run.by !== "told").map((run) => run.version)).toContain(client.era);
  expect(new Set(runs.filter((run) => run.by === "told").map((run) => run.version)).size).toBe(5);
});

test.each(clients)("what $alias is told is never what the account is pinned at", (client) => {
  for (const run of runsOf(client).filter(({ by }) => by === "told")) {
    expect(run.pin).not.toBe(run.version);
  }
});
