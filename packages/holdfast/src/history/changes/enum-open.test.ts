import { describe, expect, it } from "vitest";
import { resource, t } from "../../index.js";
import { field, param } from "../field.js";
import { openLab } from "../lab.fixture.js";
import { type Loose, smallApi, whatStops } from "../small-api.fixture.js";
import { unknownValuesSeenAs, valuesAdded, valuesRemoved, valuesRenamed } from "./enum-values.js";

const reasons = {
  refused: "The bank refused.",
  closed: "The account is closed.",
  other: "Something else.",
};
const reason = t.enum(reasons).describe("Why.");
const open = t.enum(reasons, { unknownAs: "other" }).describe("Why.");

const payout = resource("payout", {
  description: "A payout.",
  fields: { reason, open: open.nullable(), all: t.list(reason).describe("All of them.") },
}).from<Loose>();

const record = { reason: "refused", open: "closed", all: ["closed", "refused"] };

/** The resource with these reasons, as the version before some changes shows it. */
async function before(changes: ReturnType<typeof field>[], values: object = {}, step = 0) {
  const shown = { shown: payout, record: { ...record, ...values } };
  const lab = await openLab(shown, () => [{ was: changes }]);
  return lab.shows(step);
}

/** The values that callers of an older version may see, or send. */
function valuesOf(changes: ReturnType<typeof field>[], name: string) {
  const api = smallApi({ resources: [payout] }, [{ was: changes }]);
  const shape = api.timeline.at("genesis")?.resources.get("payout")?.shape;
  return shape?.fields.get(name)?.info.kind.values;
}

describe("a value that no version knows", () => {
  it("is shown as the definition says, by the name that it has at each version", async () => {
    const future = { open: "from_the_future" };
    const renamed = field(payout, "open", valuesRenamed({ misc: "other" }));
    expect(await before([renamed], future, 1)).toEqual({ ...record, open: "other" });
    expect(await before([renamed], future)).toEqual({ ...record, open: "misc" });
    const added = field(payout, "open", valuesAdded({ other: "refused" }));
    expect(await before([added], future)).toEqual({ ...record, open: "refused" });
    expect(await before([added], { open: null })).toEqual({ ...record, open: null });
  });

  it("is shown to older versions as a change says", async () => {
    const change = field(payout, "reason", unknownValuesSeenAs("other"));
    const renamed = field(payout, "reason", valuesRenamed({ misc: "other" }));
    const future = { reason: "from_the_future" };
    expect(await before([change], future)).toEqual({ ...record, reason: "other" });
    expect(await before([change, renamed], future)).toEqual({ ...record, reason: "misc" });
    expect(await before([renamed, change])).toEqual(record);
  });
});

describe("valuesRemoved", () => {
  const gone = { denied: { meant: "It was denied.", takenAs: "refused" } };

  it("is still taken, and never shown", async () => {
    const lab = await openLab({ params: { reason: reason.default("other") } }, ({ send }) => [
      { was: [param(send, "reason", valuesRemoved(gone))] },
    ]);
    expect(await lab.takes(0, { reason: "denied" })).toEqual({ reason: "refused" });
    expect(await lab.takes(0, { reason: "closed" })).toEqual({ reason: "closed" });
    expect(await lab.takes(0, {})).toEqual({ reason: "other" });
    expect(await lab.takes(1, { reason: "denied" })).toContain("Invalid reason");
    const change = field(payout, "reason", valuesRemoved(gone));
    expect(await before([change])).toEqual(record);
    expect(valuesOf([change], "reason")).toEqual({ ...reasons, denied: "It was denied." });
  });

  it("is shown for what it was split into, which older versions do not know", async () => {
    const split = {
      denied: { meant: "Denied.", takenAs: "refused", shownFor: ["refused", "closed"] },
    };
    const change = field(payout, "reason", valuesRemoved(split));
    expect(await before([change])).toEqual({ ...record, reason: "denied" });
    expect(await before([change], { reason: "other" })).toEqual({ ...record, reason: "other" });
    expect(valuesOf([change], "reason")).toEqual({ other: reasons.other, denied: "Denied." });
  });
});

describe("a list of values", () => {
  it("is renamed item by item, both ways", async () => {
    const change = field(payout, "all", valuesRenamed({ denied: "refused" }));
    expect(await before([change])).toEqual({ ...record, all: ["closed", "denied"] });
    const lab = await openLab(
      { params: { all: t.list(reason, { maxItems: 2 }).default(["refused"]).describe("All.") } },
      ({ send }) => [{ was: [param(send, "all", valuesRenamed({ denied: "refused" }))] }],
    );
    expect(await lab.takes(0, { all: ["denied", "other"] })).toEqual({ all: ["refused", "other"] });
    expect(await lab.takes(0, {})).toEqual({ all: ["refused"] });
    expect(await lab.takes(0, { all: ["other", "other", "other"] })).toContain("at most 2 items");
  });
});

describe("a default", () => {
  it("has the name of its version, and means what it means today", async () => {
    const lab = await openLab({ params: { reason: reason.default("refused") } }, ({ send }) => [
      // The two have each other's names, so that what is renamed twice would be told wrong.
      { was: [param(send, "reason", valuesRenamed({ refused: "closed", closed: "refused" }))] },
    ]);
    expect(await lab.takes(0, {})).toEqual({ reason: "refused" });
    const send = lab.api.timeline.at("genesis")?.methods.get("send");
    expect(send?.params.fields.get("reason")?.info.default).toBe("closed");
  });
});

describe("a change that does not fit", () => {
  const cases: [ReturnType<typeof field>, string][] = [
    [field(payout, "reason", unknownValuesSeenAs("x")), "x is no value of it"],
    [
      field(payout, "reason", valuesRemoved({ other: { meant: "O.", takenAs: "closed" } })),
      "other is still a value of it",
    ],
    [
      field(payout, "reason", valuesRemoved({ x: { meant: " ", takenAs: "closed" } })),
      "nothing says what x meant",
    ],
    [
      field(payout, "reason", valuesRemoved({ x: { meant: "X.", takenAs: "y" } })),
      "y is no value of it",
    ],
  ];
  it.each(cases)("%#", (change, reason) => {
    const [stop] = whatStops(() => smallApi({ resources: [payout] }, [{ was: [change] }]));
    expect(stop?.message).toContain(reason);
  });

  it("renaming what is shown under an old name", () => {
    const split = { x: { meant: "X.", takenAs: "refused", shownFor: ["refused"] } };
    const changes = [
      field(payout, "reason", valuesRemoved(split)),
      field(payout, "reason", valuesRenamed({ y: "refused" })),
    ];
    const stops = whatStops(() => smallApi({ resources: [payout] }, [{ was: changes }]));
    expect(stops.map(({ id }) => id)).toEqual(["conflict"]);
  });
});
