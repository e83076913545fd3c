import type { CardCheck, ChargeOutcome, DisputeRecord, ThreeDSecure } from "../../records/index.js";
import { DECLINES, type Decline } from "./declines.js";

/** How a card acts. What is not said goes well. */
export interface Behaviour {
  /** Refused when charged. */
  readonly charge?: Decline;
  /** Refused also when attached to a customer. */
  readonly attach?: Decline;
  readonly risk?: Exclude<ChargeOutcome["risk_level"], "not_assessed">;
  /** Stopped by this risk rule before the network is asked. */
  readonly blockedBy?: string;
  /** Let through, but put before a person by this risk rule. */
  readonly reviewedBy?: string;
  /** Disputed as soon as it is captured; an inquiry moves no money. */
  readonly dispute?: { readonly reason: DisputeRecord["reason"]; readonly inquiry: boolean };
  readonly line1?: CardCheck;
  readonly zip?: CardCheck;
  readonly cvc?: CardCheck;
  /** The money is available at once. */
  readonly immediate?: true;
  readonly threeDSecure?: ThreeDSecure;
}

const declines = (decline: Decline): Behaviour => ({ charge: decline, attach: decline });
const secured = (result: ThreeDSecure["result"]): Behaviour => ({
  threeDSecure: { result, result_reason: null, version: "2.2.0" },
});

/** Every behaviour, by the code that a card record keeps. */
const BEHAVIOURS = {
  success: {},
  decline_generic: declines(DECLINES.generic),
  decline_insufficient_funds: declines(DECLINES.insufficient_funds),
  decline_lost_card: declines(DECLINES.lost_card),
  decline_stolen_card: declines(DECLINES.stolen_card),
  decline_expired_card: declines(DECLINES.expired_card),
  decline_incorrect_cvc: { ...declines(DECLINES.incorrect_cvc), cvc: "fail" },
  decline_processing_error: declines(DECLINES.processing_error),
  decline_not_a_test_card: declines(DECLINES.not_a_test_card),
  decline_after_attach: { charge: DECLINES.generic },
  blocked: { charge: DECLINES.fraudulent, risk: "highest", blockedBy: "rule_block_highest_risk" },
  risk_highest: { risk: "highest" },
  risk_elevated: { risk: "elevated", reviewedBy: "rule_review_elevated_risk" },
  dispute_fraudulent: { dispute: { reason: "fraudulent", inquiry: false } },
  dispute_not_received: { dispute: { reason: "product_not_received", inquiry: false } },
  dispute_inquiry: { dispute: { reason: "fraudulent", inquiry: true } },
  address_fails: { line1: "fail", zip: "fail" },
  line1_fails: { line1: "fail" },
  zip_fails: { zip: "fail" },
  address_unavailable: { line1: "unavailable", zip: "unavailable" },
  cvc_fails: { cvc: "fail" },
  immediate: { immediate: true },
  secured: secured("authenticated"),
  security_attempted: secured("attempt_acknowledged"),
  security_exempted: secured("exempted"),
} as const satisfies Record<string, Behaviour>;

export type BehaviourCode = keyof typeof BEHAVIOURS;

/** A behaviour by its code, as stored. */
export function behaviourOf(code: string): Behaviour {
  return Object.hasOwn(BEHAVIOURS, code) ? BEHAVIOURS[code as BehaviourCode] : {};
}
