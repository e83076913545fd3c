import type { CardRecord } from "../../records/index.js";
import type { DomainContext } from "../context.js";
import { fingerprint } from "../fingerprint.js";
import { mergeMetadata } from "../metadata.js";
import { type CardInput, cardFailure, findFault, requiredDetails } from "./examine-card.js";
import { brandOf } from "./number.js";
import { TEST_CARDS } from "./test-cards.js";

export interface MakeCardOptions {
  /** The address of the card in the request, for errors. */
  readonly at: string;
  /** Keeps what is wrong with the details for the first use, as versions before 2011-09-15 did. */
  readonly checkAtUse?: boolean | undefined;
}

/** Makes a card record from card details; the number and CVC are dropped here. */
export function makeCard(
  context: DomainContext,
  input: CardInput,
  options: MakeCardOptions,
): CardRecord {
  const details = requiredDetails(input, options.at);
  const fault = findFault(details, context.now());
  if (fault !== null && options.checkAtUse !== true) throw cardFailure(fault, options.at);
  const known = TEST_CARDS.get(details.number);
  const given = (value: string | null | undefined) =>
    value === undefined || value === "" ? null : value;
  const line1 = given(input.address_line1);
  const zip = given(input.address_zip);
  return {
    id: context.newId("card"),
    object: "card",
    account: context.account,
    livemode: context.livemode,
    address_city: given(input.address_city),
    address_country: given(input.address_country),
    address_line1: line1,
    address_line1_check: line1 === null ? null : "unchecked",
    address_line2: given(input.address_line2),
    address_state: given(input.address_state),
    address_zip: zip,
    address_zip_check: zip === null ? null : "unchecked",
    brand: brandOf(details.number),
    country: "US",
    created: context.now(),
    customer: null,
    cvc_check: details.cvc === null ? null : "unchecked",
    dynamic_last4: null,
    exp_month: details.exp_month,
    exp_year: details.exp_year,
    fingerprint: fingerprint(context, details.number),
    funding: known?.funding ?? "unknown",
    last4: details.number.slice(-4),
    metadata: mergeMetadata({}, input.metadata, `${options.at}.metadata`),
    name: given(input.name),
    tokenization_method: null,
    behaviour: fault ?? known?.behaviour ?? "decline_not_a_test_card",
  };
}
