import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { api } from "../app.js";
import { standAt } from "../testing/gate-spec.fixture.js";
import { chargeGates } from "../testing/gates/charges.fixture.js";
import { customerGates } from "../testing/gates/customers.fixture.js";
import { descriptorGates } from "../testing/gates/descriptors.fixture.js";
import { disputeGates } from "../testing/gates/disputes.fixture.js";
import { eventGates } from "../testing/gates/events.fixture.js";
import { tokenGates } from "../testing/gates/tokens.fixture.js";
import { wireGates } from "../testing/gates/wire.fixture.js";
import { openPayments, type Payments } from "../testing/payments.fixture.js";

const areas = [
  wireGates,
  eventGates,
  tokenGates,
  customerGates,
  chargeGates,
  descriptorGates,
  disputeGates,
];
const specs = Object.fromEntries(areas.flatMap((area) => Object.entries(area)));

let payments: Payments;
let strict: Payments;

beforeAll(async () => {
  payments = await openPayments();
  strict = await openPayments({ rateLimit: { perSecond: 0.001, burst: 1 } });
});

afterAll(async () => {
  expect([...payments.failures, ...strict.failures]).toEqual([]);
  await Promise.all([payments.close(), strict.close()]);
});

test("every gate's file is looked at from both sides", async () => {
  const files = await readdir(new URL(".", import.meta.url));
  const gates = files
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .map((file) => file.replace(".ts", "").replaceAll("-", "_"));
  expect(Object.keys(specs).sort()).toEqual(gates.sort());
  expect([...api.timeline.modules.keys()].sort()).toEqual(gates);
});

/** The version that a gate ends with, and the one before it. */
function boundary(gate: string) {
  const { versions } = api.timeline;
  const index = versions.findIndex((version) => version.gates.some((one) => one.gate === gate));
  return { version: versions[index]?.name ?? "", older: versions[index - 1]?.name ?? "" };
}

describe.each(Object.entries(specs))("%s", (gate, { look, before, after, alone, newest }) => {
  const { version, older } = boundary(gate);

  test(`${older} still has it`, async () => {
    expect(await look(standAt(payments, strict, { version: older }))).toEqual(before);
  });

  test(`${version} no longer has it`, async () => {
    expect(await look(standAt(payments, strict, { version }))).toEqual(after);
  });

  test("an account that is granted it has it at the newest version", async () => {
    expect(await look(standAt(payments, strict, { gates: [gate] }))).toEqual(alone ?? before);
  });

  test("the newest version does not have it", async () => {
    expect(await look(standAt(payments, strict, {}))).toEqual(newest ?? after);
  });
});
