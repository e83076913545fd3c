import { aCharge, aCustomer, done, errorOf, itemsOf, pick, refundsOf } from "../arrange.fixture.js";
import type { GateSpecs } from "../gate-spec.fixture.js";

/** Gates of how everything is written: params, lists, nulls, statuses, keys. */
export const wireGates: GateSpecs = {
  ignores_unknown_params: {
    look: async ({ here }) => {
      const answer = await here.call("customers.create", { nonsense: "1" });
      return answer.status === 200
        ? Object.keys(answer.body).includes("nonsense")
        : errorOf(answer);
    },
    before: false,
    after: {
      status: 400,
      type: "invalid_request_error",
      code: "parameter_unknown",
      param: "nonsense",
    },
  },
  lists_are_bare_arrays: {
    look: async ({ today, here }) => {
      for (const email of ["a@example.com", "b@example.com"]) await aCustomer(today, { email });
      const { body } = await here.call("customers.list", {});
      const shape = Array.isArray(body) ? "array" : pick(body, "object", "count", "url");
      return [shape, itemsOf(body).map((one) => one.email)];
    },
    before: ["array", ["b@example.com", "a@example.com"]],
    after: [{ object: "list", count: 2, url: "/v1/customers" }, ["b@example.com", "a@example.com"]],
    newest: [{ object: "list", url: "/v1/customers" }, ["b@example.com", "a@example.com"]],
  },
  lists_have_count: {
    look: async ({ today, here }) => {
      await aCustomer(today);
      await aCustomer(today);
      const { id } = await aCharge(today);
      for (const amount of [100, 200]) await done(today, "refunds.create", { charge: id, amount });
      const counted = await here.call("customers.list", { count: 1 });
      const limited = await done(here, "customers.list", { limit: 1 });
      const refunds = await refundsOf(here, id);
      return [
        counted.status === 200 ? itemsOf(counted.body).length : counted.status,
        pick(limited, "count", "has_more"),
        Array.isArray(refunds) ? "array" : pick(refunds, "count", "has_more"),
      ];
    },
    before: [1, { count: 2 }, "array"],
    after: [400, { has_more: true }, "array"],
    alone: [1, { count: 2 }, { count: 2 }],
    newest: [400, { has_more: true }, { has_more: false }],
  },
  lists_take_total_count: {
    look: async ({ today, here }) => {
      await aCustomer(today);
      const answer = await here.call("customers.list", { include: ["total_count"] });
      return answer.status === 200 ? pick(answer.body, "total_count") : errorOf(answer);
    },
    before: { total_count: 1 },
    after: {
      status: 400,
      type: "invalid_request_error",
      code: "property_forbidden",
      param: "include",
    },
  },
  omits_null_fields: {
    look: async ({ today, here }) => {
      const { id } = await aCustomer(today, { metadata: { key: "value" } });
      await done(today, "customers.update", { customer: id, description: "words" });
      await done(today, "customers.update", { customer: id, description: "" });
      const data = itemsOf(await done(today, "events.list", { type: "customer.updated" }));
      const [last, first] = await Promise.all(
        data.map(({ id }) => done(here, "events.retrieve", { id })),
      );
      return [
        pick(await done(here, "customers.retrieve", { customer: id }), "description", "metadata"),
        pick(last?.data?.object, "description"),
        // What changed is told whatever it was.
        first?.data?.previous_attributes,
      ];
    },
    before: [{ metadata: { key: "value" } }, {}, { description: null }],
    after: [
      { description: null, metadata: { key: "value" } },
      { description: null },
      { description: null },
    ],
  },
  permission_errors_are_401: {
    look: async ({ publishable }) => errorOf(await publishable.call("charges.list")),
    before: { status: 401, type: "invalid_request_error" },
    after: { status: 403, type: "invalid_request_error" },
  },
  rate_limits_with_400: {
    look: async ({ limited }) => {
      await limited.call("balance.retrieve");
      return (await limited.call("balance.retrieve")).status;
    },
    before: 400,
    after: 429,
  },
  rate_limits_have_code: {
    look: async ({ limited }) => {
      await limited.call("balance.retrieve");
      return pick((await limited.call("balance.retrieve")).body.error, "type", "code");
    },
    before: { type: "invalid_request_error", code: "rate_limit" },
    after: { type: "invalid_request_error" },
  },
  replays_mismatched_idempotency_keys: {
    look: async ({ here }) => {
      const headers = { "idempotency-key": "once" };
      const first = await here.call("customers.create", { email: "a@example.com" }, headers);
      const again = await here.call("customers.create", { email: "b@example.com" }, headers);
      return again.status === 200 ? again.text === first.text : errorOf(again);
    },
    before: true,
    after: { status: 400, type: "idempotency_error" },
  },
};
