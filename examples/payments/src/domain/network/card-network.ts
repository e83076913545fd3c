import type { CardCheck, CardRecord, ChargeOutcome, ThreeDSecure } from "../../records/index.js";
import { type Behaviour, behaviourOf } from "./behaviours.js";
import { DECLINES, type Decline } from "./declines.js";

/** What the network says to a charge. */
export interface Authorization {
  readonly decline: Decline | null;
  readonly outcome: ChargeOutcome;
  readonly threeDSecure: ThreeDSecure | null;
  readonly immediate: boolean;
  readonly dispute: Behaviour["dispute"] | null;
}

const RISK_SCORES = { normal: 20, elevated: 70, highest: 92 } as const;

/** The checks that the bank makes when a card is attached or charged; asked once for each detail. */
export function checkDetails(card: CardRecord): CardRecord {
  const behaviour = behaviourOf(card.behaviour);
  const checked = (current: CardCheck | null, answer: CardCheck = "pass") =>
    current === "unchecked" ? answer : current;
  return {
    ...card,
    address_line1_check: checked(card.address_line1_check, behaviour.line1),
    address_zip_check: checked(card.address_zip_check, behaviour.zip),
    cvc_check: checked(card.cvc_check, behaviour.cvc),
  };
}

function hasExpired(card: CardRecord, now: number): boolean {
  return now * 1000 >= Date.UTC(card.exp_year, card.exp_month);
}

/** Why the bank refuses to have the card kept for later; null where it does not. */
export function refusalToAttach(card: CardRecord, now: number): Decline | null {
  const expired = hasExpired(card, now) ? DECLINES.expired_card : null;
  return behaviourOf(card.behaviour).attach ?? expired;
}

/** Asks the simulated network to take money from a card, as of a moment in unix seconds. */
export function authorize(card: CardRecord, now: number): Authorization {
  const behaviour = behaviourOf(card.behaviour);
  const decline = behaviour.charge ?? (hasExpired(card, now) ? DECLINES.expired_card : null);
  return {
    decline,
    outcome: outcomeOf(behaviour, decline),
    threeDSecure: behaviour.threeDSecure ?? null,
    immediate: behaviour.immediate ?? false,
    dispute: behaviour.dispute ?? null,
  };
}

function outcomeOf(behaviour: Behaviour, decline: Decline | null): ChargeOutcome {
  const level = behaviour.risk ?? "normal";
  const risk = { risk_level: level, risk_score: RISK_SCORES[level], rule: null };
  if (behaviour.blockedBy !== undefined) {
    return {
      ...risk,
      rule: behaviour.blockedBy,
      network_status: "not_sent_to_network",
      reason: "highest_risk_level",
      seller_message: "A risk rule blocked the payment.",
      type: "blocked",
    };
  }
  if (decline !== null) {
    return {
      ...risk,
      network_status: "declined_by_network",
      reason: decline.decline_code,
      seller_message: "The bank that issued the card refused the payment.",
      type: "issuer_declined",
    };
  }
  const approved = { ...risk, network_status: "approved_by_network" } as const;
  if (behaviour.reviewedBy !== undefined) {
    return {
      ...approved,
      rule: behaviour.reviewedBy,
      reason: "elevated_risk_level",
      seller_message: "The payment went through and waits for a review of its risk.",
      type: "manual_review",
    };
  }
  return { ...approved, reason: null, seller_message: "Payment complete.", type: "authorized" };
}
