import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootApiFrom } from "../api.js";
import { added, field, gate, removed, renamedTo, resource, t } from "../index.js";
import type { GateModule } from "./gate.js";
import { type Loose, whatStops } from "./small-api.fixture.js";

const text = t.string().describe("A text.");

const transfer = resource("transfer", {
  description: "Money on its way to a bank account.",
  fields: {
    id: text,
    progress: text,
    summary: text.until("transfer_has_summary"),
    other_transfers: text.until("transfer_has_summary"),
  },
}).from<Loose>();
const subscription = resource("subscription", {
  description: "What is charged again and again.",
  fields: { id: text, billing_thresholds: text.until("subscription_has_billing_thresholds") },
}).from<Loose>();

/** As it was: summaries that went everywhere at once, thresholds that were given back. */
const versions = `
genesis: []
2014-01-01:
  - gate: transfer_has_state
    description: A transfer's \`state\` is now its \`status\`, and its \`summaries\` its \`summary\`.
2024-06-20: []
2025-03-31.basil:
  - gate: subscription_has_billing_thresholds
    description: A subscription no longer has \`billing_thresholds\`.
2025-06-30.basil: []
next:
  - gate: transfer_has_status
    description: A transfer's \`status\` is now its \`progress\`.
`;
const amend = `
amend:
  - date: 2024-06-20
    revokes: transfer_has_summary
    description: A transfer has no \`summary\` and no \`other_transfers\` any more, at any version.
    fact: transfer_summary_removed
  - date: 2025-05-28
    grants: subscription_has_billing_thresholds
    description: A subscription has \`billing_thresholds\` again, as if they had never left.
`;
const modules: readonly GateModule[] = [
  gate("transfer_has_state", [
    field(transfer, "state", renamedTo("status")),
    field(transfer, "summaries", renamedTo("summary")),
  ]),
  gate("transfer_has_summary", [
    field(transfer, "summary", removed()),
    field(transfer, "other_transfers", removed()),
  ]),
  gate("subscription_has_billing_thresholds", [
    field(subscription, "billing_thresholds", removed()),
  ]),
  gate("transfer_has_status", [field(transfer, "status", renamedTo("progress"))]),
];
const boot = (history: string, gates = modules) =>
  bootApiFrom(
    { name: "Amended", resources: [transfer, subscription], methods: [] },
    history,
    gates,
  );
const { timeline } = boot(versions + amend);

const shows = (contract: ReturnType<typeof timeline.at>, name: string) =>
  [...(contract?.resources.get(name)?.shape.fields.keys() ?? [])].join(" ");

describe("an amend that revokes a gate from every version", () => {
  it("takes away what it had left there, and what was built on it", () => {
    const seen = timeline.versions.map(({ name }) => shows(timeline.at(name), "transfer"));
    expect(seen).toEqual(["id state", "id status", "id status", "id status", "id status"]);
    expect(shows(timeline.at("2025-06-30.basil-preview"), "transfer")).toBe("id progress");
  });

  it("leaves on record what the versions of that day had shown until then", () => {
    const was = (version: string, date: string) => shows(timeline.asOf(version, date), "transfer");
    expect(was("genesis", "2024-06-19")).toBe("id state summaries other_transfers");
    expect(was("2024-06-20", "2024-06-19")).toBe("id status summary other_transfers");
    expect(was("2025-03-31.basil", "2024-06-19")).toBe("id status");
    expect(was("genesis", "2024-06-20")).toBe("id state");
    expect(timeline.asOf("genesis", "2026-01-01")).toBe(timeline.at("genesis"));
    expect(timeline.asOf("2000-01-01", "2024-06-19")).toBeUndefined();
  });

  it("lists the gate, which can be granted to one account", () => {
    expect(timeline.gates.get("transfer_has_summary")).toMatchObject({
      version: "amend 2024-06-20",
      facts: ["transfer_summary_removed"],
      planned: false,
    });
    const granted = timeline.withGrants("genesis", ["transfer_has_summary"], []);
    expect(shows(granted, "transfer")).toBe("id state summaries other_transfers");
  });
});

describe("an amend that grants a gate", () => {
  it("undoes a removal, for every version from then on", () => {
    const seen = timeline.versions.map(({ name }) => shows(timeline.at(name), "subscription"));
    expect(new Set(seen)).toEqual(new Set(["id billing_thresholds"]));
    expect(shows(timeline.head, "subscription")).toBe("id");
    expect(shows(timeline.newest, "subscription")).toBe("id billing_thresholds");
  });

  it("leaves on record that it had been gone", () => {
    const was = (version: string, date: string) =>
      shows(timeline.asOf(version, date), "subscription");
    expect(was("2025-03-31.basil", "2025-05-27")).toBe("id");
    expect(was("2024-06-20", "2025-05-27")).toBe("id billing_thresholds");
    expect(was("2025-03-31.basil", "2025-05-28")).toBe("id billing_thresholds");
  });
});

describe("an amend of some versions", () => {
  const [first = ""] = amend.split("  - date: 2025");
  const some = (...entries: string[]) =>
    boot(
      `${versions}${first}${entries.map((entry) => `  - { description: Some., ${entry} }\n`).join("")}`,
    ).timeline;

  it("changes these, and no other", () => {
    const amended = some(
      "date: 2026-01-01, grants: subscription_has_billing_thresholds, from: 2025-03-31.basil, to: 2025-03-31.basil",
    );
    const seen = amended.versions.map(({ name }) => shows(amended.at(name), "subscription"));
    expect(seen.slice(-2)).toEqual(["id billing_thresholds", "id"]);
    const less = some(
      "date: 2026-01-01, revokes: subscription_has_billing_thresholds, to: 2014-01-01",
    );
    const left = less.versions.map(({ name }) => shows(less.at(name), "subscription"));
    expect(left).toEqual(["id", "id", "id billing_thresholds", "id", "id"]);
    expect(less.at("2024-06-20")).toBe(less.asOf("2024-06-20", "2025-01-01"));
    expect(shows(less.asOf("genesis", "2025-01-01"), "subscription")).toBe("id billing_thresholds");
  });

  it("lowers old versions alone, where the gate is listed after them", () => {
    const thing = resource("thing", {
      description: "A thing.",
      fields: { id: text, note: text },
    }).from<Loose>();
    const { timeline: lowered } = bootApiFrom(
      { name: "Lowered", resources: [thing], methods: [] },
      `
genesis: []
2012-01-01: []
2013-01-01:
  - { gate: thing_lacks_note, description: A thing has a note from here on only. }
amend:
  - { date: 2020-01-01, grants: thing_lacks_note, to: 2012-01-01, from: genesis, description: Gone. }
`,
      [gate("thing_lacks_note", [field(thing, "note", added())])],
    );
    const seen = (date: string) =>
      lowered.versions.map(({ name }) => shows(lowered.asOf(name, date), "thing"));
    expect(seen("2019-12-31")).toEqual(["id note", "id note", "id note"]);
    expect(seen("2020-01-01")).toEqual(["id", "id", "id note"]);
  });

  it("is undone by a later one", () => {
    const twice = some(
      "date: 2025-05-28, revokes: subscription_has_billing_thresholds",
      "date: 2026-01-01, grants: subscription_has_billing_thresholds, from: genesis, to: 2024-06-20",
    );
    expect(shows(twice.asOf("genesis", "2025-12-31"), "subscription")).toBe("id");
    expect(shows(twice.at("genesis"), "subscription")).toBe("id billing_thresholds");
  });
});

describe("an amend of a gate that no version lists", () => {
  it("may leave it to some of the versions of its day", () => {
    const [first = ""] = amend.split("  - date: 2025");
    const partly = boot(
      versions +
        first.replace(
          "revokes: transfer_has_summary",
          "revokes: transfer_has_summary\n    from: 2014-01-01",
        ),
    ).timeline;
    const seen = partly.versions.map(({ name }) => shows(partly.at(name), "transfer"));
    expect(seen).toEqual([
      "id state summaries other_transfers",
      "id status",
      "id status",
      "id status",
      "id status",
    ]);
  });
});

describe("an amend that does not fit", () => {
  const stops = (history: string, gates = modules) =>
    whatStops(() => boot(history, gates)).map(({ id, message }) => `${id}: ${message}`);

  it("is told: what it brings back may not collide, and needs a module", () => {
    expect(
      stops(
        versions + amend,
        modules.filter((one) => one.gate !== "transfer_has_summary"),
      ),
    ).toEqual(
      expect.arrayContaining([
        "gate_without_module: The gate transfer_has_summary of amend 2024-06-20 has no module.",
      ]),
    );
    const taken = [
      ...modules.filter((one) => one.gate !== "transfer_has_status"),
      gate("transfer_has_status", [
        field(transfer, "status", renamedTo("progress")),
        field(subscription, "billing_thresholds", renamedTo("id")),
      ]),
    ];
    expect(stops(versions + amend, taken)).toContain(
      "collision: transfer_has_status (2025-06-30.basil-preview) make two fields called billing_thresholds in one object.",
    );
  });
});

describe("any amends", () => {
  const NAMES = ["a", "b", "c", "d"] as const;
  const thing = resource("thing", {
    description: "A thing.",
    fields: {
      a: text.until("has_a"),
      b: text.until("has_b"),
      c: text.until("has_c"),
      d: text.until("has_d"),
    },
  }).from<Loose>();
  const gates = NAMES.map((name) => gate(`has_${name}`, [field(thing, name, removed())]));
  // The gate of each version but the first: what it took away.
  const names = ["genesis", ...NAMES.map((_name, index) => `201${index + 1}-01-01`)];
  const listed = names.map((name, index) =>
    index === 0 ? `${name}: []` : `${name}: [{ gate: has_${NAMES[index - 1]}, description: It. }]`,
  );
  const amends = fc.array(
    fc.record({
      gate: fc.integer({ min: 1, max: NAMES.length }),
      effect: fc.constantFrom("grants", "revokes"),
      range: fc
        .tuple(fc.nat(NAMES.length), fc.nat(NAMES.length))
        .map(([one, other]) => [Math.min(one, other), Math.max(one, other)]),
    }),
    { maxLength: 5 },
  );

  it("leave each version with what was there, was given and was not taken", () => {
    fc.assert(
      fc.property(amends, (all) => {
        const lines = all.map(
          ({ gate: index, effect, range: [from = 0, to = 0] }, day) =>
            `  - { date: 2020-01-0${day + 1}, ${effect}: has_${NAMES[index - 1]}, from: ${names[from]}, to: ${names[to]}, description: It. }`,
        );
        const history = [...listed, ...(lines.length > 0 ? ["amend:", ...lines] : [])].join("\n");
        const { timeline: amended } = bootApiFrom(
          { name: "Any", resources: [thing], methods: [] },
          history,
          gates,
        );
        for (const [version, name] of names.entries()) {
          const has = new Set(NAMES.filter((_one, index) => index + 1 > version));
          for (const {
            gate: index,
            effect,
            range: [from = 0, to = 0],
          } of all) {
            const field = NAMES[index - 1] ?? "a";
            if (version < from || version > to) continue;
            if (effect === "grants") has.add(field);
            else has.delete(field);
          }
          expect(shows(amended.at(name), "thing").split(" ").filter(Boolean).sort()).toEqual(
            [...has].sort(),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
