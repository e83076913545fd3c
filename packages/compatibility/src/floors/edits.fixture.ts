import { t } from "holdfast";
import type { Spec } from "./lab.fixture.js";

const words = "As it is.";

/** Edits that break what was promised: what is found, the direction, the verb that mends it. */
export const breaking: readonly [
  name: string,
  edit: (spec: Spec) => void,
  what: string,
  direction: string,
  verb: string,
][] = [
  [
    "a field is renamed",
    ({ charge }) => {
      charge.memo = t.string().describe("What stands on the statement.");
      delete charge.statement;
    },
    "renamed",
    "response",
    "renamedTo",
  ],
  ["a field is gone", ({ charge }) => void delete charge.fee, "field", "response", "removed"],
  [
    "a field of a resource within is gone",
    ({ card }) => void delete card.last4,
    "field",
    "response",
    "removed",
  ],
  [
    "a nested field is gone",
    ({ receipt }) => void delete receipt.number,
    "field",
    "response",
    "removed",
  ],
  [
    "a field is of another type",
    ({ charge }) => {
      charge.amount = t.string().describe("In the smallest unit.");
    },
    "type",
    "response",
    "wasOfType",
  ],
  [
    "a field may be null",
    ({ charge }) => {
      charge.statement = t.string().nullable().describe("What stands on the statement.");
    },
    "nullable",
    "response",
    "becameNullable",
  ],
  [
    "an enum in answers has a value more",
    ({ card }) => {
      card.brand = t
        .enum({ visa: "Visa.", amex: "American Express.", diners: "Diners." })
        .describe("Who issued it.");
    },
    "values",
    "response",
    "valuesAdded",
  ],
  [
    "an enum in answers has a value less",
    ({ charge }) => {
      charge.status = t
        .enum({ succeeded: "The money moved.", failed: "It did not." })
        .describe("How it ended.");
    },
    "values",
    "response",
    "valuesRemoved",
  ],
  [
    "a value of an enum is renamed",
    ({ charge }) => {
      charge.status = t
        .enum({ paid: "The money moved.", failed: "It did not.", pending: "Not yet." })
        .describe("How it ended.");
    },
    "values",
    "response",
    "valuesRenamed",
  ],
  [
    "a text in answers may be longer",
    ({ card }) => {
      card.last4 = t.string({ maxLength: 8 }).describe("The last four digits.");
    },
    "limits",
    "response",
    "limitsWere",
  ],
  [
    "a constant is another one",
    ({ card }) => {
      card.object = t.literal("payment_card").describe("Says that this is a card.");
    },
    "type",
    "response",
    "wasOfType",
  ],
  [
    "a field is shown to secret keys only",
    ({ charge }) => {
      charge.fee = t.integer().secretOnly().describe("What it cost.");
    },
    "audience",
    "response",
    "hiddenFromPublishableKeys",
  ],
  [
    "a field is shown only where it is expanded",
    ({ charge }) => {
      charge.fee = t.integer().onlyExpanded().describe("What it cost.");
    },
    "expansion",
    "response",
    "becameExpandOnly",
  ],
  [
    "a field may be absent",
    ({ charge }) => {
      charge.statement = t.string().optional().describe("What stands on the statement.");
    },
    "optional",
    "response",
    "becameOptional",
  ],
  [
    "a param is renamed",
    ({ create }) => {
      create.memo = t.string({ maxLength: 20 }).optional().describe("A note for the customer.");
      delete create.note;
    },
    "renamed",
    "request",
    "renamedTo",
  ],
  ["a param is gone", ({ create }) => void delete create.note, "field", "request", "removed"],
  [
    "a nested param is gone",
    ({ shipping }) => void delete shipping.street,
    "field",
    "request",
    "removed",
  ],
  [
    "a param must be given",
    ({ create }) => {
      create.note = t.string({ maxLength: 20 }).describe("A note for the customer.");
    },
    "optional",
    "request",
    "becameRequired",
  ],
  [
    "a new param must be given",
    ({ create }) => {
      create.currency = t.string().describe("In which currency.");
    },
    "field",
    "request",
    "becameRequired",
  ],
  [
    "a param with a default must be given",
    ({ list }) => {
      list.limit = t.integer({ min: 1, max: 100 }).describe("How many.");
    },
    "default",
    "request",
    "becameRequired",
  ],
  [
    "a default is another one",
    ({ list }) => {
      list.limit = t.integer({ min: 1, max: 100 }).default(20).describe("How many.");
    },
    "default",
    "request",
    "defaultWas",
  ],
  [
    "a limit is tighter",
    ({ create }) => {
      create.amount = t.integer({ min: 50, max: 500 }).describe("How much, in the smallest unit.");
    },
    "limits",
    "request",
    "limitsWere",
  ],
  [
    "there is a limit",
    ({ create }) => {
      create.label = t.string({ maxLength: 5 }).nullable().optional().describe("A label.");
    },
    "limits",
    "request",
    "limitsWere",
  ],
  [
    "a param has a value less",
    ({ create }) => {
      create.mode = t.enum({ now: "At once." }).default("now").describe("When.");
    },
    "values",
    "request",
    "valuesRemoved",
  ],
  [
    "a param may not be null",
    ({ create }) => {
      create.label = t.string().optional().describe("A label.");
    },
    "nullable",
    "request",
    "neverNull",
  ],
  [
    "a param is of another type",
    ({ create }) => {
      create.note = t.integer().optional().describe("A note for the customer.");
    },
    "type",
    "request",
    "wasOfType",
  ],
  [
    "a method is gone",
    (spec) => {
      spec.refundOptions = undefined;
    },
    "method",
    "request",
    "methodRemoved",
  ],
  [
    "a route has moved",
    (spec) => {
      spec.refundOptions = { route: "POST /v1/refunds/{charge}" };
    },
    "route",
    "request",
    "routeWas",
  ],
  [
    "a success has another status",
    (spec) => {
      spec.createOptions = { ...spec.createOptions, status: 201 };
    },
    "status",
    "response",
    "successStatusWas",
  ],
  [
    "a method takes fewer kinds of key",
    (spec) => {
      spec.retrieveOptions = { ...spec.retrieveOptions, keys: ["publishable"] };
    },
    "keys",
    "request",
    "keysWere",
  ],
  [
    "a method checks more",
    (spec) => {
      spec.createOptions = {
        ...spec.createOptions,
        checks: {
          amount_is_even: {
            description: "It is even.",
            test: ({ amount }: { readonly amount: number }) => amount % 2 === 0 || "it is odd",
          },
        },
      };
    },
    "checks",
    "request",
    "checkAdded",
  ],
  [
    "an error has another status",
    (spec) => {
      spec.errorOptions = { ...spec.errorOptions, status: 400 };
    },
    "status",
    "response",
    "statusWas",
  ],
  [
    "an error has another code",
    (spec) => {
      spec.errorOptions = { ...spec.errorOptions, code: "declined" };
    },
    "type",
    "response",
    "wasOfType",
  ],
  [
    "an event is renamed",
    (spec) => {
      spec.events = { "charge.paid": {}, "charge.failed": {} };
    },
    "renamed",
    "webhook",
    "eventWas",
  ],
  [
    "an event is gone",
    (spec) => {
      spec.events = { "charge.failed": {} };
    },
    "event",
    "webhook",
    "eventRemoved",
  ],
  [
    "a header is gone",
    (spec) => {
      spec.headers = {};
    },
    "header",
    "response",
    "responseHeaderRemoved",
  ],
  [
    "a header is renamed",
    (spec) => {
      spec.headers = { "Charge-Total": {} };
    },
    "renamed",
    "response",
    "responseHeaderWas",
  ],
];

/** Edits that nobody is hurt by, with what the ledger gets. */
export const safe: readonly [
  name: string,
  edit: (spec: Spec) => void,
  additions: readonly string[],
][] = [
  ["nothing", () => undefined, []],
  [
    "words",
    ({ charge }) => {
      charge.fee = t.integer().describe("Other words.");
    },
    [],
  ],
  [
    "a field",
    ({ charge }) => {
      charge.tax = t.integer().describe(words);
    },
    ["field charge.tax"],
  ],
  [
    "an optional param",
    ({ create }) => {
      create.tip = t.integer().optional().describe(words);
    },
    ["param charges.create tip"],
  ],
  [
    "a method",
    (spec) => {
      spec.createOptions = { ...spec.createOptions };
      spec.events = { ...spec.events };
      spec.refundOptions = { route: "POST /v1/charges/{charge}/refund" };
    },
    [],
  ],
  [
    "an event",
    (spec) => {
      spec.events = { ...spec.events, "charge.refunded": {} };
    },
    ["event charge.refunded"],
  ],
  [
    "a limit that is looser",
    ({ create }) => {
      create.amount = t.integer({ min: 50, max: 2000 }).describe("How much, in the smallest unit.");
    },
    ["param charges.create amount (limits)"],
  ],
  [
    "a param that need not be given",
    ({ create }) => {
      create.amount = t
        .integer({ min: 50, max: 1000 })
        .optional()
        .describe("How much, in the smallest unit.");
    },
    ["param charges.create amount (optional)"],
  ],
  [
    "a param that may be null",
    ({ create }) => {
      create.note = t
        .string({ maxLength: 20 })
        .nullable()
        .optional()
        .describe("A note for the customer.");
    },
    ["param charges.create note (nullable)"],
  ],
  [
    "a value more in a param",
    ({ create }) => {
      create.mode = t
        .enum({ now: "At once.", later: "Later.", never: "Never." })
        .default("now")
        .describe("When.");
    },
    ["param charges.create mode (values)"],
  ],
  [
    "the names of path params",
    (spec) => {
      spec.retrieveOptions = { route: "GET /v1/charges/{charge}" };
    },
    [],
  ],
];
