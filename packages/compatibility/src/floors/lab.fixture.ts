import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as holdfast from "holdfast";
import {
  type Fields as AnyFields,
  type Api,
  bootApiFrom,
  type Change,
  error,
  event,
  field,
  gate,
  method,
  page,
  param,
  renamedTo,
  resource,
  responseHeader,
  t,
} from "holdfast";
import { writeFloors } from "holdfast/floor";
import type { Owner } from "./change.js";
import { type CheckSettings, checkFloors, type FloorCheck } from "./check-floors.js";
import { ajvJudges } from "./judges.js";
import type { Mend } from "./mend/mend.js";

type Fields = Record<string, AnyFields[string]>;

/** What the definitions of the lab are made of; an edit changes some of it. */
export interface Spec {
  card: Fields;
  receipt: Fields;
  charge: Fields;
  create: Fields;
  shipping: Fields;
  list: Fields;
  createOptions: Record<string, unknown>;
  retrieveOptions: Record<string, unknown>;
  refundOptions: Record<string, unknown> | undefined;
  errorOptions: Record<string, unknown>;
  events: Record<string, { readonly until?: string }>;
  headers: Record<string, { readonly until?: string }>;
  lists: Fields | undefined;
}

/** The lab as it was released. */
export function released(): Spec {
  return {
    card: {
      object: t.literal("card").describe("Says that this is a card."),
      last4: t.string({ maxLength: 4 }).describe("The last four digits."),
      brand: t.enum({ visa: "Visa.", amex: "American Express." }).describe("Who issued it."),
    },
    receipt: {
      url: t.string().describe("Where the receipt is read."),
      number: t.string().describe("The receipt's number."),
    },
    charge: {
      id: t.id("ch").describe("Unique id."),
      amount: t.integer().describe("In the smallest unit."),
      status: t
        .enum({ succeeded: "The money moved.", failed: "It did not.", pending: "Not yet." })
        .describe("How it ended."),
      description: t.string().nullable().describe("A note."),
      statement: t.string().describe("What stands on the statement."),
      paid: t.boolean().describe("Whether the money moved."),
      fee: t.integer().describe("What it cost."),
    },
    create: {
      amount: t.integer({ min: 50, max: 1000 }).describe("How much, in the smallest unit."),
      note: t.string({ maxLength: 20 }).optional().describe("A note for the customer."),
      mode: t.enum({ now: "At once.", later: "Later." }).default("now").describe("When."),
      label: t.string().nullable().optional().describe("A label."),
    },
    shipping: {
      city: t.string().optional().describe("The city."),
      street: t.string().optional().describe("The street."),
    },
    list: { limit: t.integer({ min: 1, max: 100 }).default(10).describe("How many.") },
    createOptions: { route: "POST /v1/charges" },
    retrieveOptions: { route: "GET /v1/charges/{charge}" },
    refundOptions: { route: "POST /v1/charges/{charge}/refund" },
    errorOptions: { status: 402, type: "card_error", code: "card_declined" },
    events: { "charge.succeeded": {}, "charge.failed": {} },
    headers: { "Charge-Count": {} },
    lists: undefined,
  };
}

/** The definitions of a spec, by the names of the constants that hold them. */
function definitionsOf(spec: Spec) {
  const card = resource("card", { description: "A card.", fields: spec.card }).from<
    Record<string, never>
  >();
  const receipt = t.object(spec.receipt).describe("The receipt.");
  const charge = resource("charge", {
    description: "A charge.",
    fields: { ...spec.charge, receipt, source: t.resource(card).describe("What was charged.") },
  }).from<Record<string, never>>();
  const declined = error("card_declined", {
    description: "The bank refused.",
    message: "Your card was declined.",
    data: { decline: t.string().describe("Why.") },
    ...spec.errorOptions,
  } as never);
  const headers = Object.fromEntries(
    Object.entries(spec.headers).map(([name, more]) => [
      name,
      responseHeader(name, { description: "How many charges.", value: () => 1, ...more }),
    ]),
  );
  const make = (name: string, params: Fields, options: Record<string, unknown>) =>
    method(name, {
      description: `${name}.`,
      params,
      returns: charge,
      raises: [declined],
      ...options,
    } as never).execute((async () => ({})) as never);
  const shipping = t.object(spec.shipping).optional().describe("Where it goes.");
  const source = t.string().describe("A card's id.");
  const create = make(
    "charges.create",
    { ...spec.create, shipping, source },
    { headers: Object.values(headers), ...spec.createOptions },
  );
  const id = { charge: t.id("ch").describe("Which charge.") };
  const retrieve = make("charges.retrieve", id, spec.retrieveOptions);
  const refund = spec.refundOptions && make("charges.refund", id, spec.refundOptions);
  const list = method("charges.list", {
    route: "GET /v1/charges",
    description: "Lists charges.",
    params: spec.list,
    returns: page(charge),
  } as never).execute((async () => ({})) as never);
  const events = Object.fromEntries(
    Object.entries(spec.events).map(([type, more]) => [
      type,
      event(type, { description: `${type}.`, object: charge, ...more }),
    ]),
  );
  return { card, charge, declined, create, retrieve, refund, list, events, headers };
}

const NAMES: Readonly<Record<string, string>> = {
  "charges.create": "create",
  "charges.retrieve": "retrieve",
  "charges.refund": "refund",
  "charges.list": "list",
  card_declined: "declined",
};

function nameOf({ kind, name }: Owner): string {
  const base = name.split("@")[0] ?? name;
  if (kind === "event") return `events[${JSON.stringify(base)}]`;
  if (kind === "header") return `headers[${JSON.stringify(base)}]`;
  return NAMES[base] ?? base;
}

const VERSIONS = `
genesis: []
2014-01-01:
  - gate: charge_has_card
    description: A charge's card is its source.
2015-01-01: []
2016-01-01: []
`;

/** Boots the lab, with mends in its draft. */
export function labApi(spec: Spec, mends: readonly Mend[] = []): Api {
  const all = definitionsOf(spec);
  const { charge, create, retrieve, refund, list, events, declined } = all;
  const next = mends.map(
    (mend) => `  - gate: ${mend.gate}\n    description: ${JSON.stringify(mend.description)}\n`,
  );
  return bootApiFrom(
    {
      name: "Lab",
      resources: [all.card, charge],
      methods: [create, retrieve, list, ...(refund ? [refund] : [])],
      errors: [declined],
      events: Object.values(events),
      ...(spec.lists && {
        lists: resource("list", { description: "A page.", fields: spec.lists }).from() as never,
      }),
    },
    next.length === 0 ? VERSIONS : `${VERSIONS}next:\n${next.join("")}`,
    [
      gate("charge_has_card", [
        field(charge, "card", renamedTo("source")),
        param(create, "card", renamedTo("source")),
      ]),
      ...mends.map((mend) =>
        gate(
          mend.gate,
          mend.statements.map((one) => evaluated(one, all)),
        ),
      ),
    ],
  );
}

/** What a statement of a mend means where the verbs and the definitions are in scope. */
function evaluated(statement: string, definitions: object): Change {
  const scope = { ...holdfast, ...definitions };
  return new Function(...Object.keys(scope), `return ${statement};`)(...Object.values(scope));
}

/** Puts what a mend needs into the definitions. */
export function kept(spec: Spec, mend: Mend): void {
  for (const { owner, path, text } of mend.definitions) {
    const made = new Function("t", `return { ${text} };`)(t);
    if (path[0] === "receipt") Object.assign(spec.receipt, made);
    else if (path[0] === "shipping") Object.assign(spec.shipping, made);
    else if (owner.kind === "event") spec.events[owner.name] = made;
    else if (owner.kind === "header") spec.headers[owner.name] = made;
    else if (owner.name === "charges.refund")
      spec.refundOptions = { ...released().refundOptions, ...made };
    else if (owner.name === "charges.create") Object.assign(spec.create, made);
    else if (owner.name === "charges.list") Object.assign(spec.list, made);
    else if (owner.name === "card" || owner.name.startsWith("card@"))
      Object.assign(spec.card, made);
    else if (owner.name === "charge") Object.assign(spec.charge, made);
    else throw new Error(`the lab does not know how to keep ${text} of ${owner.name}`);
  }
}

const judges = ajvJudges(() => []);

/** Checks a lab against the floors of a folder. */
export function check(
  api: Api,
  folder: string,
  settings: Partial<CheckSettings> = {},
): Promise<FloorCheck> {
  const sources = (owner: Owner) => ({
    name: nameOf(owner),
    module: "../lab.js",
    file: undefined,
    line: undefined,
  });
  return checkFloors(api, { folder, judges, sources, ...settings });
}

/** A folder with the floors of the lab as it was released. */
export async function labFloors(spec: Spec = released()): Promise<{
  readonly folder: string;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-floors-"));
  const api = labApi(spec);
  const versions = api.timeline.versions.map(({ name }) => name);
  await writeFloors(api, versions, folder, { date: "2016-01-01" });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
