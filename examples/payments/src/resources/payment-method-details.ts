import { t } from "holdfast";

const check = (what: string) =>
  t
    .enum({
      pass: "It is what the bank knows.",
      fail: "It is not what the bank knows.",
      unavailable: "The bank does not check it.",
      unchecked: "It has not been checked yet.",
    })
    .nullable()
    .describe(`How the ${what} compared with what the bank knows.`);

const threeDSecure = t
  .object({
    result: t
      .enum({
        authenticated: "The cardholder proved who they are.",
        attempt_acknowledged: "The bank does not ask its cardholders.",
        exempted: "The bank let it through without asking.",
        failed: "The cardholder did not prove who they are.",
      })
      .describe("How it ended."),
    result_reason: t.string().nullable().describe("Why it ended so."),
    version: t.string().describe("The version of 3-D Secure."),
  })
  .nullable()
  .describe("How the cardholder was asked to prove who they are, if they were.");

const holder = t
  .enum({ individual: "A person.", company: "A company." })
  .nullable()
  .describe("What kind of holder it is.");

/** How a charge was paid. */
export const paymentMethodDetails = t
  .object({
    type: t.enum({ card: "By card.", ach_debit: "By bank debit." }).describe("The way to pay."),
    card: t
      .object({
        brand: t.string().describe("The card's brand, in lower case."),
        checks: t
          .object({
            address_line1_check: check("street"),
            address_postal_code_check: check("postal code"),
            cvc_check: check("security code"),
          })
          .describe("What was compared."),
        country: t.string().nullable().describe("Where the card was issued."),
        exp_month: t.integer().describe("Month of expiry, 1 to 12."),
        exp_year: t.integer().describe("Year of expiry, four digits."),
        fingerprint: t.string().secretOnly().describe("The same for the same card number."),
        funding: t
          .enum({ credit: "Credit.", debit: "Debit.", prepaid: "Prepaid.", unknown: "Not known." })
          .describe("How the card is paid for."),
        last4: t.string().describe("The last four digits."),
        network: t.string().describe("The network that the charge went over."),
        three_d_secure: threeDSecure,
      })
      .optional()
      .describe("What is known of the card, where a card paid."),
    ach_debit: t
      .object({
        account_holder_type: holder,
        bank_name: t.string().describe("The bank."),
        country: t.string().describe("Where the bank is."),
        fingerprint: t.string().secretOnly().describe("The same for the same account number."),
        last4: t.string().describe("The last four digits."),
        routing_number: t.string().describe("The bank's routing number."),
      })
      .optional()
      .describe("What is known of the bank account, where one paid."),
  })
  .describe("How it was paid.");
