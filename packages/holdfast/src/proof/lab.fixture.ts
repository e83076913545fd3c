import { t } from "../definition/t.js";
import type { Change } from "../history/change.js";
import { checkAdded } from "../history/changes/check-changes.js";
import { valuesAdded, valuesRenamed } from "../history/changes/enum-values.js";
import { statusWas } from "../history/changes/error-changes.js";
import { eventWas } from "../history/changes/event-changes.js";
import { becameReference } from "../history/changes/expansion.js";
import { limited } from "../history/changes/limits.js";
import { unknownKeysBecameRefused } from "../history/changes/nested-keys.js";
import { wireWas } from "../history/changes/other-changes.js";
import { becameRequired, defaultWas } from "../history/changes/presence.js";
import { removed } from "../history/changes/removed.js";
import { added, renamedTo } from "../history/changes/renamed-to.js";
import { wasComputed, wasOfType } from "../history/changes/retyped.js";
import { counted, isPresent, scaled } from "../history/conversions/index.js";
import { field, param } from "../history/field.js";
import { smallApi } from "../history/small-api.fixture.js";
import {
  card,
  charge,
  chargeDone,
  createCharge,
  customer,
  declined,
  parts,
  purseMade,
  updateCharge,
  updateCustomer,
} from "./lab-parts.fixture.js";
import type { ProvenApi } from "./plan.js";

type Past = Readonly<Record<string, readonly Change[]>>;

const units = t.integer({ min: 1, max: 1000 }).describe("In whole units.");
const shown = t.number({ min: -10_000, max: 10_000 }).describe("In whole units.");

/** What happened to the lab's API, one gate a version. */
export const past: Past = {
  omits_nulls: [wireWas({ nulls: "omitted" })],
  lists_are_bare: [wireWas({ lists: "array", unknownParams: "ignored", diffHashes: "whole" })],
  charge_has_fee: [field(charge, "fee", removed())],
  card_has_number: [field(card, "number", removed())],
  charge_has_card: [
    field(charge, "card", renamedTo("source")),
    param(createCharge, "card", renamedTo("source")),
  ],
  charge_embeds_card: [field(charge, "source", becameReference())],
  charge_has_disputed: [
    field(
      charge,
      "disputed",
      wasOfType(t.boolean().describe("Whether it is disputed."), isPresent(), { now: "dispute" }),
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
      wasComputed(t.integer().describe("How many parts."), counted(), { from: ["parts"] }),
    ),
  ],
  state_is_ready: [
    field(charge, "state", valuesRenamed({ ready: "done" })),
    param(updateCharge, "state", valuesRenamed({ ready: "done" })),
  ],
  state_may_be_dead: [
    field(charge, "state", valuesAdded({ dead: "open" })),
    param(updateCharge, "state", valuesAdded({ dead: "open" })),
  ],
  customer_has_title: [
    field(customer, "title", renamedTo("name")),
    param(updateCustomer, "title", renamedTo("name")),
  ],
  balance_in_units: [
    field(customer, "balance", wasOfType(shown, scaled({ today: 100, before: 1 }))),
    param(updateCustomer, "balance", wasOfType(shown, scaled({ today: 100, before: 1 }))),
  ],
  speed_is_quick: [param(createCharge, "speed", valuesRenamed({ quick: "fast" }))],
  captures_later: [param(createCharge, "capture", defaultWas(false))],
  takes_long_notes: [param(createCharge, "note", limited("maxLength"))],
  takes_no_source: [param(createCharge, "source", becameRequired("tok_none"))],
  takes_city: [param(createCharge, "city", renamedTo("shipping.city"))],
  takes_lines: [param(createCharge, "rows.total", renamedTo("sum"))],
  ships_anything: [param(createCharge, "shipping", unknownKeysBecameRefused())],
  amount_in_units: [
    param(createCharge, "amount", wasOfType(units, scaled({ today: 100, before: 1 }))),
  ],
  hurries_small: [checkAdded(createCharge, "small_is_slow")],
  takes_both_ways: [checkAdded(createCharge, "one_way")],
  declined_is_invalid: [statusWas(declined, 400)],
  event_is_charge_made: [eventWas(chargeDone, "charge.made")],
  event_by_purse: [eventWas(purseMade, { by: "object", types: { card: "card.made", bank: null } })],
  charge_lacks_note: [field(charge, "note", added())],
};

/** An API with every kind of change that a fault may be put into. */
export function labApi(changes: Past = past): ProvenApi {
  return smallApi(
    parts,
    Object.entries(changes).map(([gate, of]) => ({ [gate]: of })),
  );
}
