import { beforeAll, describe, expect, test } from "vitest";
import { type Expr, given } from "../definition/expr.js";
import type { Kind } from "../definition/kind.js";
import { raise } from "../definition/raised.js";
import type { Reader } from "../definition/reader.js";
import type { ShapeField } from "../definition/shape.js";
import { invalidParam } from "../definition/validation-errors.js";
import { BootError } from "../diagnostics/diagnostic.js";
import type { Change } from "../history/change.js";
import { proofTools } from "../testing/proof-tools.js";
import { withFault } from "./fault.fixture.js";
import { labApi, past } from "./lab.fixture.js";
import { parts } from "./lab-parts.fixture.js";
import { runMatrix } from "./matrix.js";
import type { ProvenApi } from "./plan.js";
import { showReport } from "./report.js";
import { shapeKey } from "./shape-key.js";
import type { ProofTools } from "./tools.js";

let tools: ProofTools;
beforeAll(async () => {
  tools = await proofTools();
});

const prove = (api: ProvenApi) => runMatrix(api, { seed: 1, runs: 5, stopAtFailure: true }, tools);

test("without a fault, everything is proven", async () => {
  const report = await prove(labApi());
  const { failures, unproven, pairs, stoodIn, lossy } = report;
  expect(failures).toEqual([]);
  expect(unproven).toEqual([]);
  expect(stoodIn).toEqual({ functions: 2, batches: 2, loaders: 3 });
  expect(lossy).toEqual(["balance of customers.update", "state of charges.update"]);
  expect(showReport(report)).toContain("not proven: 2 functions and 2 batches of `from`");
  expect(pairs).toBe(parts.methods.length * (Object.keys(past).length + 1));
});

type Fault = (field: ShapeField) => ShapeField;

const madeBy = (gate: string, change: (field: ShapeField) => Partial<ShapeField>): Fault => {
  return (field) => (field.via.includes(gate) ? { ...field, ...change(field) } : field);
};
const withKind = (change: (kind: Kind) => Partial<Kind>) => (field: ShapeField) => ({
  info: { ...field.info, kind: { ...field.info.kind, ...change(field.info.kind) } },
});
const byFunction = (fn: (value: unknown) => unknown, of: Expr = given): Expr => ({
  op: "apply",
  from: [of],
  fn,
});
const itself = (value: unknown) => value;

/** What an engine could do wrong with a field, and what must then not hold. */
const faults: Readonly<Record<string, Fault>> = {
  "a dropped conversion of a value": madeBy("charge_has_disputed", ({ value }) =>
    value.op === "pipe" && value.from[0] ? { value: value.from[0] } : {},
  ),
  "a dropped renaming of values": madeBy("outcome_is_paid", ({ value }) =>
    value.op === "pipe" && value.from[0] ? { value: value.from[0] } : {},
  ),
  "a dropped stand-in for a value that is not known yet": madeBy("outcome_is_final", () => ({
    value: { op: "head", path: ["outcome", "type"] },
  })),
  "values of lists that keep their new names": madeBy("parts_are_named", () => ({
    value: { op: "head", path: ["kind"] },
  })),
  "a param whose values are not renamed": madeBy("speed_is_quick", () => ({ conversions: [] })),
  "a param whose values are renamed the wrong way": madeBy("speed_is_quick", () => ({
    conversions: [byFunction((value) => (value === "fast" ? "quick" : value))],
  })),
  "a renamed param that stays where it was": madeBy("charge_has_card", ({ name }) => ({
    target: [name],
  })),
  "a param that forgets the level that it moved to": madeBy("takes_city", () => ({
    target: ["city"],
  })),
  "a field that is read one level too high": madeBy("charge_has_rule", () => ({
    value: { op: "head", path: ["outcome", "rule"] },
  })),
  "a removed field that is read under another name": madeBy("charge_has_fee", () => ({
    value: { op: "head", path: ["costs"] },
  })),
  "a default of another type": madeBy("captures_later", ({ info }) => ({
    info: { ...info, default: "later" },
  })),
  "an object that stays an id": madeBy(
    "charge_embeds_card",
    withKind(() => ({ renderer: () => itself as never })),
  ),
  "a list whose items are not rendered": (field) =>
    field.name === "parts"
      ? { ...field, ...withKind(() => ({ renderer: () => itself as never }))(field) }
      : field,
  "a sensitive value that is quoted": (field) =>
    field.info.sensitive
      ? {
          ...field,
          ...withKind(() => ({
            reader: () => (input: unknown, at: Reader) =>
              typeof input === "string"
                ? input
                : raise(invalidParam, { received: String(input) }, { param: at.path }),
          }))(field),
        }
      : field,
  "a conversion that changes the record": madeBy("charge_has_part_count", () => ({
    value: byFunction(
      (parts) => {
        (parts as unknown[]).push("one more");
        return (parts as unknown[]).length;
      },
      { op: "head", path: ["parts"] },
    ),
  })),
  "a conversion that gives something else each time": madeBy("charge_has_part_count", () => {
    let times = 0;
    return { value: byFunction(() => times++, { op: "head", path: ["parts"] }) };
  }),
  "a limit that is not lifted": madeBy("amount_in_units", () => ({
    conversions: [byFunction((units) => (units as number) / 7)],
  })),
};

describe("the matrix catches", () => {
  test.each(Object.entries(faults))("%s", async (_name, fault) => {
    const { failures } = await prove(withFault(labApi(), fault));
    expect(failures.length).toBeGreaterThan(0);
  });

  test.each(["edit", "place"] as const)(
    "gates whose %s is dropped",
    async (phase) => {
      const caught = await Promise.all(
        FIELD_GATES.map(async (gate) => {
          const outcome = labWithout(gate, phase);
          if (outcome === "does nothing then") return [];
          if (outcome === "does not boot") return [gate];
          const { failures } = await prove(outcome);
          expect(
            failures.map((failure) => failure.gate),
            gate,
          ).toContain(gate);
          return [gate];
        }),
      );
      expect(caught.flat().length).toBeGreaterThanOrEqual(5);
    },
    240_000,
  );
});

/** Gates whose changes are about fields, not about everything. */
const FIELD_GATES = Object.keys(past).filter((gate) => past[gate]?.every((change) => change.about));

type Lame = ProvenApi | "does not boot" | "does nothing then";

/** The lab's API with a gate whose changes leave out one part of their work. */
function labWithout(gate: string, phase: "edit" | "place"): Lame {
  const lame = (past[gate] ?? []).map(
    (change): Change => ({
      ...change,
      resolve: (scope) => {
        const { [phase]: _left, ...others } = change.resolve(scope);
        return others;
      },
    }),
  );
  try {
    const api = labApi({ ...past, [gate]: lame });
    return oldest(api) === oldest(labApi()) ? "does nothing then" : api;
  } catch (problem) {
    if (problem instanceof BootError) return "does not boot";
    throw problem;
  }
}

/** What the oldest version looks like. */
function oldest({ timeline }: ProvenApi): string {
  const { resources, methods } = timeline.at("genesis") ?? timeline.newest;
  const shapes = [
    ...[...resources.values()].map(({ shape }) => shape),
    ...[...methods.values()].map(({ params }) => params),
  ];
  return shapes.map(shapeKey).join();
}
