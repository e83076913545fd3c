import {
  absent,
  type Check,
  fields,
  id,
  integer,
  isObject,
  nullable,
  object,
  one,
  open,
  optional,
  string,
} from "../checks.js";
import { isBefore } from "../version-order.js";
import { card } from "./card.js";
import { charge, refund } from "./charge.js";
import { customer } from "./customer.js";
import { dispute } from "./dispute.js";

const objects: Readonly<Record<string, Check>> = { card, charge, customer, dispute, refund };

const named = fields({ object: string });

/** What an event tells of, judged by the name that it gives itself. */
const anyObject: Check = (value, where) => {
  const name = isObject(value) ? value.object : undefined;
  return (objects[String(name)] ?? named)(value, where);
};

/** What changed is told in the names of the version, so each name is also one of the object's. */
const sameNames: Check = (value, where) => {
  if (!isObject(value) || !isObject(value.object)) return object(value, where);
  const { object: current, previous_attributes: previous } = value;
  // Before this date, a name whose value is null now is left out of the object.
  if (!isObject(previous) || isBefore(where.version, "2012-02-23")) return [];
  return Object.keys(previous)
    .filter((name) => !(name in current))
    .map((name) => `${where.path}.previous_attributes at ${where.version}: no such field ${name}`);
};

const data: Check = (value, where) => [
  ...fields({ object: anyObject, previous_attributes: optional(object) })(value, where),
  ...sameNames(value, where),
];

const card2015 = /^customer\.(card|bank_account)\./;
const source2015 = /^customer\.source\./;

const typeUntil2015: Check = (value, where) =>
  source2015.test(String(value)) ? absent(value, where) : string(value, where);
const typeSince2015: Check = (value, where) =>
  card2015.test(String(value)) ? absent(value, where) : string(value, where);

export const event = fields({
  id: id("evt"),
  object: one("event"),
  created: integer,
  livemode: one(false),
  pending_webhooks: integer,
  type: [["2015-02-18", typeUntil2015], typeSince2015],
  data,
  request: [
    ["2017-05-25", nullable(string)],
    nullable(fields({ id: nullable(string), idempotency_key: nullable(string) })),
  ],
  user_id: [["2017-05-25", open], absent],
  account: [["2017-05-25", absent], open],
});
