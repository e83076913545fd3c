import { expect, test } from "vitest";
import {
  type AnswerFacts,
  checkAdded,
  checkedBefore,
  dispatched,
  dispatchedTo,
  error,
  errorAt,
  errorWas,
  failureWasSuccess,
  field,
  headerWas,
  method,
  methodNeeds,
  methodWas,
  nothing,
  page,
  param,
  renamedTo,
  requestIdHeader,
  resource,
  responseHeader,
  responseHeaderWas,
  statusWas,
  successStatusWas,
  successWasFailure,
  t,
} from "../../index.js";
import { proveMatrix } from "../../testing/index.js";
import { smallApi } from "../small-api.fixture.js";

interface Bill {
  readonly id: string;
  readonly state: "open" | "paid";
}

const bill = resource("bill", {
  description: "A bill.",
  fields: {
    id: t.id("bill").describe("Its id."),
    state: t.enum({ open: "Not paid.", paid: "Paid." }).describe("How it stands."),
  },
}).from<Bill>();

const unpaid = error("unpaid", {
  status: 402,
  type: "card_error",
  description: "It was not paid.",
  message: "It was not paid.",
  data: { bill: t.resource(bill).describe("The bill.") },
});
const generic = error("generic", {
  status: 400,
  type: "generic",
  description: "Something was wrong.",
  message: "Something was wrong.",
});

const stateHeader = responseHeader("Bill-State", {
  description: "How it stands.",
  value: ({ result }: AnswerFacts<Bill>) => result.state,
});

const id = t.id("bill").describe("Which bill.");
const record = async ({ params }: { readonly params: { readonly id: string } }): Promise<Bill> => ({
  id: params.id,
  state: "open",
});

const pay = method("bills.pay", {
  route: "POST /v1/bills/{id}/pay",
  description: "Pays a bill.",
  params: {
    id,
    tenant: t.string({ maxLength: 9 }).optional().inHeader("Tenant-Id").describe("Whose it is."),
    note: t.string().optional().describe("A note."),
    reason: t.string().optional().describe("Why."),
  },
  returns: bill,
  status: 201,
  headers: [stateHeader],
  raises: [unpaid],
  groups: { onlyOne: { one_text: ["note", "reason"] } },
  checks: {
    plain: { description: "Plain.", test: ({ note }) => note !== "\0" || "It is not plain." },
    short: { description: "Short.", test: ({ note = "" }) => note.length < 9999 || "Too long." },
  },
}).execute(record);
const remove = method("bills.remove", {
  route: "DELETE /v1/bills/{id}",
  description: "Removes a bill.",
  params: { id },
  returns: bill,
  status: 204,
}).execute(record);
const note = method("bills.note", {
  route: "POST /v1/bills/{id}/note",
  description: "Notes something.",
  params: { id },
  returns: nothing,
}).execute(async () => {});
const list = method("bills.list", {
  route: "GET /v1/bills",
  description: "Lists bills.",
  params: {
    owner: t.string().optional().describe("Whose."),
    state: t.enum({ open: "Not paid.", paid: "Paid." }).optional().describe("How they stand."),
  },
  returns: page(bill),
}).execute(async () => ({ data: [], has_more: false, total_count: async () => 0 }));
const openBills = dispatched("owners.bills", {
  route: "GET /v1/owners/{id}/bills",
  description: "Lists an owner's open bills.",
  to: list,
  fixed: { state: "open" },
  until: "has_owners_bills",
});

test("the matrix proves an API with every change of methods, errors and headers", async () => {
  const api = smallApi(
    {
      resources: [bill],
      methods: [pay, remove, note, list, openBills],
      errors: [generic],
    },
    [
      {
        lax: [checkAdded(pay, "one_text"), checkedBefore(pay, "short", "plain")],
        shows: [successStatusWas(remove, 200), methodWas(remove, "bills.delete")],
        oldest: [param(list, "by", renamedTo("owner")), methodNeeds(note)],
      },
      {
        has_owners_bills: [
          dispatchedTo(openBills, list),
          param(openBills, "id", renamedTo("owner")),
        ],
        unpaid_is_fine: [failureWasSuccess(pay, unpaid, { result: "bill" })],
      },
      {
        open_fails: [
          successWasFailure(pay, unpaid, { where: "state", is: ["open"], carries: "bill" }),
        ],
        headers: [
          param(pay, "tenant", headerWas("X-Tenant")),
          responseHeaderWas(stateHeader, "X-State"),
          responseHeaderWas(requestIdHeader, "X-Request-Id"),
        ],
        errors: [
          statusWas(errorAt(unpaid, pay), 409),
          field(errorAt(unpaid, pay), "invoice", renamedTo("bill")),
          errorWas(unpaid, generic),
        ],
      },
    ],
  );
  const report = await proveMatrix(api, { seed: 1, runs: 3 });
  expect(report.unproven).toEqual([]);
  expect(report.pairs).toBe(4 * 3 + 3 + 2);
});
