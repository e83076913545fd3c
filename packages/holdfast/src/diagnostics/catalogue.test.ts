import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bootApiFrom } from "../api.js";
import type { Location } from "../definition/location.js";
import { methodRemoved } from "../history/changes/method-changes.js";
import { removed } from "../history/changes/removed.js";
import { wasOfType } from "../history/changes/retyped.js";
import type { Loose } from "../history/small-api.fixture.js";
import { parseHistory } from "../history/versions.js";
import { field, gate, method, resource, t } from "../index.js";
import { catalogue } from "./catalogue.js";
import { BootError } from "./diagnostic.js";
import { inConversions } from "./rows/conversions.fixture.js";
import { inDescriptions } from "./rows/descriptions.fixture.js";
import { inGateNames } from "./rows/gate-names.fixture.js";
import { inGates } from "./rows/gates.fixture.js";
import { inHeaders } from "./rows/headers.fixture.js";
import { GATE, inHistory } from "./rows/history.fixture.js";
import { inLifecycle } from "./rows/lifecycle.fixture.js";
import { inParams } from "./rows/params.fixture.js";
import { inReferences } from "./rows/references.fixture.js";
import { inRoutes } from "./rows/routes.fixture.js";
import { boot, one, plain, text } from "./rows/row.fixture.js";

const rows = [
  ...inHistory,
  ...inLifecycle,
  ...inGates,
  ...inConversions,
  ...inGateNames,
  ...inDescriptions,
  ...inReferences,
  ...inRoutes,
  ...inParams,
  ...inHeaders,
];

/** What stands on a line of somebody's source. */
function lineAt(location: Location | undefined): string | undefined {
  if (!location) return undefined;
  return readFileSync(location.file, "utf8").split("\n")[location.line - 1];
}

describe("each diagnostic", () => {
  it.each(rows.map((row) => [`${row.id}${row.by ? `: ${row.by}` : ""}`, row] as const))(
    "%s",
    (_name, { id, stops, message, mend, at }) => {
      const found = stops().filter((one) => one.id === id);
      expect(found.map((one) => one.message)).toEqual([message]);
      const [one] = found;
      expect(one?.mend).toBe(mend);
      if (typeof at === "number") expect(one?.location?.line).toBe(at);
      else expect(lineAt(one?.location)).toMatch(at);
    },
  );

  it("is provoked by a row of this table", () => {
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(Object.keys(catalogue)));
  });

  it("stands alone where nothing else is wrong", () => {
    const alone = inHistory.filter(
      ({ id }) => id !== "history_unreadable" && id !== "gate_duplicate",
    );
    for (const { id, stops } of alone) expect(stops().map((one) => one.id)).toEqual([id]);
  });
});

describe("a boot that fails", () => {
  it("tells everything that is wrong, with where and how to mend it", () => {
    const stops = () =>
      bootApiFrom(
        { name: "Test", ...plain, methods: [] },
        "genesis: []\n2011-01-01:\n  - gate: a\n    description: A.\n  - gate: b\n",
        [],
      );
    expect(stops).toThrow(BootError);
    expect(stops).toThrow(
      [
        "The API does not boot: 2 thing(s) to mend.",
        `versions.yaml:5\n  gate_malformed: A gate of 2011-01-01 is not understood: b has no description.\n  mend: ${GATE}`,
        "versions.yaml:3\n  gate_without_module: The gate a of 2011-01-01 has no module.\n  mend: Add gates/a.ts with what the gate does, or mark the gate `planned: true`.",
      ].join("\n\n"),
    );
  });

  it("does not fail for planned gates, removals and types that are right", () => {
    const old = resource("old", {
      description: "Old.",
      fields: { a: text.until("a_gate"), b: text },
    }).from<Loose>();
    const past = method("past", {
      route: "GET /a",
      description: "Past.",
      returns: old,
      until: "a_gate",
      asks: ["b_gate"],
    }).execute(async () => ({}));
    const versions = `${one}  - gate: b_gate\n    description: It will.\n    planned: true\n    fact: [x, y]\n`;
    const gates = [
      gate("a_gate", [
        field(old, "a", removed()),
        methodRemoved(past),
        field(old, "b", wasOfType(t.integer())),
      ]),
    ];
    expect(boot(versions, { resources: [old], methods: [past] }, gates)).toEqual([]);
    expect(parseHistory(versions, "x.yaml").versions[1]?.gates[1]).toEqual({
      gate: "b_gate",
      description: "It will.",
      facts: ["x", "y"],
      planned: true,
      version: "2011-01-01",
      location: { file: "x.yaml", line: 5 },
    });
  });
});
