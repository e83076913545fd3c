import type { Contract } from "../contract/contract.js";
import { method, page } from "../definition/method.js";
import { resource } from "../definition/resource.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { t } from "../definition/t.js";
import type { Change } from "../history/change.js";
import { valuesAdded, valuesRenamed } from "../history/changes/enum-values.js";
import { becameReference } from "../history/changes/expansion.js";
import { unknownKeysBecameRefused } from "../history/changes/nested-keys.js";
import { wireWas } from "../history/changes/other-changes.js";
import { defaultWas, limited } from "../history/changes/presence.js";
import { removed } from "../history/changes/removed.js";
import { added, renamedTo } from "../history/changes/renamed-to.js";
import { wasComputed, wasOfType } from "../history/changes/retyped.js";
import { field, param } from "../history/field.js";
import { smallApi } from "../history/small-api.fixture.js";
import type { Timeline } from "../history/timeline.js";
import type { ProvenApi } from "./plan.js";

const card = resource("card", {
  description: "A card.",
  fields: {
    id: t.id("card").describe("Its id."),
    object: t.literal("card").describe("Says that this is a card."),
    brand: t.enum({ visa: "Visa.", amex: "American Express." }).describe("Whose card."),
    fingerprint: t.string().secretOnly().describe("The same for the same card."),
  },
})
  .from<{ readonly id: string; readonly brand: "visa" | "amex"; readonly fingerprint: string }>()
  .loadedBy(async () => new Map());

const charge = resource("charge", {
  description: "One attempt to take money.",
  fields: {
    id: t.id("ch").describe("Its id."),
    source: t.ref("card").describe("What was charged."),
    fee: t.integer().until("charge_has_fee").describe("What it cost."),
    note: t.string().nullable().optional().describe("Your own words."),
    dispute: t.string().nullable().describe("The dispute, if any."),
    outcome: t
      .object({
        type: t
          .enum({ ok: "It went through.", no: "It did not.", wait: "Not yet." })
          .describe("How."),
        rule: t.object({ id: t.string().describe("Its id.") }).describe("Which rule."),
      })
      .describe("How it ended."),
    parts: t
      .list(
        t.object({ kind: t.enum({ a: "One.", b: "Other." }).describe("What.") }).describe("One."),
      )
      .describe("Its parts."),
  },
}).from<never>();

const createCharge = method("charges.create", {
  route: "POST /charges",
  description: "Charges a card.",
  params: {
    amount: t.integer({ min: 50 }).describe("How much."),
    source: t.string().sensitive().describe("What to charge."),
    capture: t.boolean().default(true).describe("Whether to take the money now."),
    speed: t.enum({ fast: "At once.", slow: "Later." }).optional().describe("How fast."),
    note: t.string({ maxLength: 20 }).nullable().optional().describe("Your own words."),
    shipping: t
      .object({ city: t.string().describe("Where."), zip: t.string().optional().describe("Code.") })
      .optional()
      .describe("Where goods go."),
  },
  returns: charge,
}).execute(async () => undefined as never);

const listCharges = method("charges.list", {
  route: "GET /charges",
  description: "Lists charges.",
  returns: page(charge),
}).execute(async () => undefined as never);

type Past = Readonly<Record<string, readonly Change[]>>;

/** What happened to the lab's API, one gate a version. */
export const past: Past = {
  omits_nulls: [wireWas({ nulls: "omitted" })],
  charge_has_fee: [field(charge, "fee", removed())],
  charge_has_card: [
    field(charge, "card", renamedTo("source")),
    param(createCharge, "card", renamedTo("source")),
  ],
  charge_embeds_card: [field(charge, "source", becameReference())],
  charge_has_disputed: [
    field(
      charge,
      "disputed",
      wasOfType(t.boolean().describe("Whether it is disputed."), {
        now: "dispute",
        down: (dispute: string | null) => dispute !== null,
      }),
    ),
  ],
  charge_has_rule: [field(charge, "rule", renamedTo("outcome.rule.id"))],
  outcome_is_paid: [field(charge, "outcome.type", valuesRenamed({ paid: "ok" }))],
  outcome_is_final: [field(charge, "outcome.type", valuesAdded({ wait: "ok" }))],
  parts_are_named: [field(charge, "parts.kind", valuesRenamed({ first: "a" }))],
  charge_has_part_count: [
    field(
      charge,
      "part_count",
      wasComputed(t.integer().describe("How many parts."), {
        from: ["parts"],
        down: (parts: readonly unknown[]) => parts.length,
      }),
    ),
  ],
  speed_is_quick: [param(createCharge, "speed", valuesRenamed({ quick: "fast" }))],
  captures_later: [param(createCharge, "capture", defaultWas(false))],
  takes_long_notes: [param(createCharge, "note", limited("maxLength"))],
  takes_city: [param(createCharge, "city", renamedTo("shipping.city"))],
  ships_anything: [param(createCharge, "shipping", unknownKeysBecameRefused())],
  amount_in_units: [
    param(
      createCharge,
      "amount",
      wasOfType(t.integer({ min: 1, max: 1000 }).describe("In whole units."), {
        up: (units: number) => units * 100,
      }),
    ),
  ],
  charge_lacks_note: [field(charge, "note", added())],
};

/** An API with every kind of change that a fault may be put into. */
export function labApi(changes: Past = past): ProvenApi {
  return smallApi(
    { resources: [card, charge], methods: [createCharge, listCharges] },
    Object.entries(changes).map(([gate, of]) => ({ [gate]: of })),
  );
}

/** The same API, with an engine that makes something else of some fields than it should. */
export function withFault(api: ProvenApi, fault: (field: ShapeField) => ShapeField): ProvenApi {
  const { timeline, definitions } = api;
  const broken = new Map<Contract, Contract>();
  const breakOnce = (contract: Contract): Contract => {
    const made = broken.get(contract) ?? brokenContract(contract, fault);
    broken.set(contract, made);
    return made;
  };
  const { newest, versions, modules } = timeline;
  const faulty = {
    newest,
    versions,
    modules,
    at: (version: string) => {
      const contract = timeline.at(version);
      return contract === newest || !contract ? contract : breakOnce(contract);
    },
    withGates: (gates: ReadonlySet<string>) => breakOnce(timeline.withGates(gates)),
    comingAlong: (gate: string) => timeline.comingAlong(gate),
    goingAlong: (gate: string) => timeline.goingAlong(gate),
  };
  return { definitions, timeline: faulty as unknown as Timeline };
}

function brokenContract(contract: Contract, fault: (field: ShapeField) => ShapeField): Contract {
  return {
    ...contract,
    resources: new Map(
      [...contract.resources].map(([name, one]) => [
        name,
        { ...one, shape: brokenShape(one.shape, fault) },
      ]),
    ),
    methods: new Map(
      [...contract.methods].map(([name, one]) => [
        name,
        { ...one, params: brokenShape(one.params, fault) },
      ]),
    ),
  };
}

function brokenShape(shape: ObjectShape, fault: (field: ShapeField) => ShapeField): ObjectShape {
  const fields = [...shape.fields.values()].map((one) => {
    const field = fault(one);
    const { kind } = field.info;
    // A kind that the fault has changed stays as it is.
    if (kind !== one.info.kind || !kind.shape || !kind.withShape) return field;
    const info = { ...field.info, kind: kind.withShape(brokenShape(kind.shape, fault)) };
    return { ...field, info };
  });
  return { ...shape, fields: new Map(fields.map((field) => [field.name, field])) };
}
