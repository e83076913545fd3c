import { describe, expect, it } from "vitest";
import { resource, t } from "../../index.js";
import type { Change } from "../change.js";
import { field, param } from "../field.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { valuesAdded, valuesRenamed } from "./enum-values.js";

const status = t
  .enum({ succeeded: "It went well.", failed: "It did not.", pending: "Nobody knows yet." })
  .describe("How it ended.");
const text = t.string().describe("A text.");

const charge = resource("charge", {
  description: "A charge.",
  fields: {
    status: status.nullable(),
    outcome: t.object({ status }).describe("How it ended."),
    steps: t.list(t.object({ status }).describe("One.")).describe("What happened."),
    note: text,
  },
}).from<Loose>();

const recordOf = (status: string) => ({
  status,
  outcome: { status },
  steps: [{ status }],
  note: "n",
});

/** What a status is seen as at the top, in an object and in a list, before a change. */
async function seenAs(status: string, past: (path: string) => Change[][], step = 0) {
  const lab = await openLab({ shown: charge, record: recordOf(status) }, () =>
    [0, 1]
      .map((index) =>
        ["status", "outcome.status", "steps.status"].flatMap((path) => past(path)[index] ?? []),
      )
      .map((changes, index) => ({ [`gate_${index}`]: changes })),
  );
  return lab.shows(step);
}

describe("valuesRenamed", () => {
  const past = (path: string) => [[field(charge, path, valuesRenamed({ paid: "succeeded" }))]];

  it.each([
    ["succeeded", "paid"],
    ["failed", "failed"],
  ])("shows %s as %s", async (value, older) => {
    expect(await seenAs(value, past)).toEqual(recordOf(older));
    expect(await seenAs(value, past, 2)).toEqual(recordOf(value));
  });

  it("leaves null alone", async () => {
    const lab = await openLab(
      { shown: charge, record: { ...recordOf("failed"), status: null } },
      () => [{ paid: [field(charge, "status", valuesRenamed({ paid: "succeeded" }))] }],
    );
    expect(await lab.shows(0)).toMatchObject({ status: null });
  });

  it("takes the older names, and not today's", async () => {
    const lab = await openLab({ params: { status: status.optional() } }, ({ send }) => [
      { paid: [param(send, "status", valuesRenamed({ paid: "succeeded" }))] },
    ]);
    expect(await lab.takes(0, { status: "paid" })).toEqual({ status: "succeeded" });
    expect(await lab.takes(0, { status: "failed" })).toEqual({ status: "failed" });
    expect(await lab.takes(0, { status: "succeeded" })).toBe(
      'Invalid status: must be one of paid, failed, pending, but "succeeded" was given.',
    );
    expect(await lab.takes(1, { status: "paid" })).toMatch(/must be one of succeeded, /);
  });

  it("follows a chain, and swaps two", async () => {
    const chain = (path: string) => [
      [field(charge, path, valuesRenamed({ done: "paid" }))],
      [field(charge, path, valuesRenamed({ paid: "succeeded" }))],
    ];
    expect(await seenAs("succeeded", chain)).toEqual(recordOf("done"));
    expect(await seenAs("succeeded", chain, 1)).toEqual(recordOf("paid"));
    const swap = (path: string) => [
      [field(charge, path, valuesRenamed({ failed: "succeeded", succeeded: "failed" }))],
    ];
    expect(await seenAs("succeeded", swap)).toEqual(recordOf("failed"));
    expect(await seenAs("failed", swap)).toEqual(recordOf("succeeded"));
  });
});

describe("valuesAdded", () => {
  const past = (path: string) => [[field(charge, path, valuesAdded({ pending: "failed" }))]];

  it.each([
    ["pending", "failed"],
    ["succeeded", "succeeded"],
  ])("shows %s as %s", async (value, older) => {
    expect(await seenAs(value, past)).toEqual(recordOf(older));
    expect(await seenAs(value, past, 2)).toEqual(recordOf(value));
  });

  it("is not taken by older versions", async () => {
    const lab = await openLab({ params: { status } }, ({ send }) => [
      { less: [param(send, "status", valuesAdded({ pending: "failed" }))] },
    ]);
    expect(await lab.takes(1, { status: "pending" })).toEqual({ status: "pending" });
    expect(await lab.takes(0, { status: "pending" })).toMatch(/must be one of succeeded, failed, /);
    expect(await lab.takes(0, { status: "failed" })).toEqual({ status: "failed" });
  });

  it("goes with names of an older version still", async () => {
    const both = (path: string) => [
      [field(charge, path, valuesRenamed({ lost: "failed" }))],
      [field(charge, path, valuesAdded({ pending: "failed" }))],
    ];
    expect(await seenAs("pending", both)).toEqual(recordOf("lost"));
    expect(await seenAs("pending", both, 1)).toEqual(recordOf("failed"));
  });
});

describe("what does not fit", () => {
  const cases: [Change, string][] = [
    [field(charge, "note", valuesRenamed({ a: "b" })), "it is not an enum"],
    [field(charge, "note", valuesAdded({ a: "b" })), "it is not an enum"],
    [field(charge, "status", valuesRenamed({ a: "b" })), "b is no value of it"],
    [
      field(charge, "status", valuesRenamed({ failed: "succeeded" })),
      "failed is still a value of it",
    ],
    [
      field(charge, "status", valuesRenamed({ a: "failed", b: "failed" })),
      "two values cannot become one",
    ],
    [field(charge, "status", valuesAdded({ a: "failed" })), "a is no value of it"],
    [field(charge, "status", valuesAdded({ failed: "a" })), "older versions do not know a either"],
    [
      field(charge, "status", valuesAdded({ failed: "pending", pending: "failed" })),
      "older versions do not know pending either",
    ],
  ];
  it.each(cases)("%# %o", (change, reason) => {
    const [stop] = whatStops(() => smallApi({ resources: [charge] }, [{ a: [change] }]));
    expect(stop?.message).toBe(
      `a (2011-01-01) changes ${change.subject} in a way that does not fit: ${reason}.`,
    );
  });
});
