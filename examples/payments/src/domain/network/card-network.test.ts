import { describe, expect, test } from "vitest";
import { createContext } from "../context.js";
import { cardOf, START } from "../test-kit.js";
import { authorize, checkDetails, refusalToAttach } from "./card-network.js";
import { makeCard } from "./make-card.js";
import { cardOfTestToken } from "./test-token.js";

const context = createContext({
  account: "acct_1",
  livemode: false,
  pepper: "a test pepper",
  now: () => START,
});

const card = (number: string, more = {}) =>
  makeCard(context, cardOf(number, more), { at: "source" });

describe("declines", () => {
  test.each([
    ["4000000000000002", "card_declined", "generic_decline"],
    ["4000000000009995", "card_declined", "insufficient_funds"],
    ["4000000000009987", "card_declined", "lost_card"],
    ["4000000000009979", "card_declined", "stolen_card"],
    ["4000000000000069", "expired_card", "expired_card"],
    ["4000000000000127", "incorrect_cvc", "incorrect_cvc"],
    ["4000000000000119", "processing_error", "processing_error"],
    ["4111111111111111", "card_declined", "test_mode_live_card"],
  ])("%s declines with %s (%s), also when attached", (number, code, decline_code) => {
    const { decline, outcome } = authorize(card(number), START);
    expect(decline).toMatchObject({ code, decline_code });
    expect(outcome).toMatchObject({
      type: "issuer_declined",
      network_status: "declined_by_network",
      reason: decline_code,
    });
    expect(refusalToAttach(card(number), START)).toMatchObject({ code });
  });

  test("a card that declines only once it is attached", () => {
    expect(refusalToAttach(card("4000000000000341"), START)).toBe(null);
    expect(authorize(card("4000000000000341"), START).decline?.code).toBe("card_declined");
  });

  test("a blocked card is not sent to the network and names the rule", () => {
    const { decline, outcome } = authorize(card("4100000000000019"), START);
    expect(decline?.decline_code).toBe("fraudulent");
    expect(outcome).toMatchObject({
      type: "blocked",
      network_status: "not_sent_to_network",
      risk_level: "highest",
      rule: "rule_block_highest_risk",
    });
  });

  test("a card declines from the month after its last on", () => {
    const january = card("4242424242424242", { exp_month: 1, exp_year: 2026 });
    const lastSecond = Date.UTC(2026, 1) / 1000 - 1;
    expect(authorize(january, lastSecond).decline).toBe(null);
    expect(authorize(january, lastSecond + 1).decline?.code).toBe("expired_card");
    expect(refusalToAttach(january, lastSecond + 1)?.code).toBe("expired_card");
  });
});

describe("approvals", () => {
  test.each([
    ["4242424242424242", "normal", "authorized", null],
    ["4000000000004954", "highest", "authorized", null],
    ["4000000000009235", "elevated", "manual_review", "rule_review_elevated_risk"],
  ])("%s: risk %s, %s", (number, risk_level, type, rule) => {
    const { decline, outcome } = authorize(card(number), START);
    expect(decline).toBe(null);
    expect(outcome).toMatchObject({
      risk_level,
      type,
      rule,
      network_status: "approved_by_network",
    });
  });

  test.each([
    ["4000000000003220", "authenticated"],
    ["4000000000003055", "attempt_acknowledged"],
    ["4000003800000446", "exempted"],
  ])("%s: 3-D Secure %s", (number, result) => {
    expect(authorize(card(number), START).threeDSecure?.result).toBe(result);
  });

  test("money that is there at once", () => {
    expect(authorize(card("4000000000000077"), START).immediate).toBe(true);
    expect(authorize(card("4242424242424242"), START).immediate).toBe(false);
  });
});

describe("checks", () => {
  test.each([
    ["4242424242424242", "pass", "pass", "pass"],
    ["4000000000000010", "fail", "fail", "pass"],
    ["4000000000000028", "fail", "pass", "pass"],
    ["4000000000000036", "pass", "fail", "pass"],
    ["4000000000000044", "unavailable", "unavailable", "pass"],
    ["4000000000000101", "pass", "pass", "fail"],
  ])("%s: line1 %s, zip %s, cvc %s", (number, line1, zip, cvc) => {
    const unchecked = card(number, { address_line1: "1 Street", address_zip: "12345" });
    expect(unchecked).toMatchObject({
      address_line1_check: "unchecked",
      address_zip_check: "unchecked",
      cvc_check: "unchecked",
    });
    expect(checkDetails(unchecked)).toMatchObject({
      address_line1_check: line1,
      address_zip_check: zip,
      cvc_check: cvc,
    });
  });

  test("what was not given is not checked", () => {
    const bare = checkDetails(card("4000000000000010", { cvc: undefined }));
    expect([bare.address_line1_check, bare.address_zip_check, bare.cvc_check]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("tokens of the simulator", () => {
  test.each([
    ["tok_visa", "Visa", "credit", "4242"],
    ["tok_visa_debit", "Visa", "debit", "5556"],
    ["tok_mastercard", "MasterCard", "credit", "4444"],
    ["tok_amex", "American Express", "credit", "0005"],
    ["tok_discover", "Discover", "credit", "1117"],
    ["tok_diners", "Diners Club", "credit", "0004"],
    ["tok_jcb", "JCB", "credit", "0505"],
    ["tok_unionpay", "UnionPay", "credit", "0005"],
  ])("%s is a %s %s card ending in %s", (token, brand, funding, last4) => {
    expect(cardOfTestToken(context, token)).toMatchObject({ brand, funding, last4 });
  });

  test("the address token fails its checks, and other names are no tokens", () => {
    const avs = cardOfTestToken(context, "tok_avsFail");
    if (avs === undefined) throw new Error("tok_avsFail is a token");
    expect(checkDetails(avs)).toMatchObject({
      address_line1_check: "fail",
      address_zip_check: "fail",
    });
    expect(cardOfTestToken(context, "tok_other")).toBe(undefined);
  });
});

test("a fingerprint is the same for the same number and account, and tells nothing of the number", () => {
  const first = card("4242424242424242");
  const again = card("4242 4242 4242 4242", { exp_year: 2031 });
  expect(again.fingerprint).toBe(first.fingerprint);
  expect(first.fingerprint).toMatch(/^[A-Za-z0-9]{16}$/);
  expect(card("4000056655665556").fingerprint).not.toBe(first.fingerprint);
  const other = makeCard({ ...context, account: "acct_2" }, cardOf("4242424242424242"), {
    at: "source",
  });
  expect(other.fingerprint).not.toBe(first.fingerprint);
  expect(JSON.stringify(first)).not.toContain("4242424242424242");
  expect(JSON.stringify(first)).not.toContain('"123"');
});
