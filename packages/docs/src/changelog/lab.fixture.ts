import {
  type Api,
  behaviour,
  bootApiFrom,
  field,
  gate,
  type Json,
  method,
  param,
  removed,
  renamedTo,
  resource,
  t,
} from "holdfast";
import type { Addition } from "holdfast/floor";
import type { SampleSource } from "./sample-source.js";

type Loose = Readonly<Record<string, never>>;

const charge = resource("charge", {
  description: "Money taken from a card.",
  fields: {
    id: t.string().describe("Its id."),
    source: t.string().describe("What was charged."),
    note: t.string().describe("A word on it.").until("charge_has_note"),
    memo: t.string().describe("Another word on it.").until("charge_has_memo"),
  },
}).from<Loose>();

const receipt = resource("receipt", {
  description: "What was paid for.",
  fields: {
    id: t.string().describe("Its id."),
    charge: t.resource(charge).describe("What was paid."),
  },
}).from<Loose>();

const createCharge = method("charges.create", {
  route: "POST /v1/charges",
  description: "Charges a card.",
  params: { source: t.string().describe("What to charge.") },
  returns: charge,
  asks: ["rounds_up"],
}).execute(async () => ({}) as never);

const readReceipt = method("receipts.retrieve", {
  route: "GET /v1/receipts/{receipt}",
  description: "Reads a receipt.",
  params: { receipt: t.string().describe("Its id.") },
  returns: receipt,
}).execute(async () => ({}) as never);

const HISTORY = `
genesis: []
2011-01-01:
  deprecated: 2020-01-01
  sunset: 2030-01-01
  link: https://example.com/end?of=it&all
  gates:
    - { gate: rounds_up, description: Amounts are no longer rounded up. }
2012-02-02:
  - { gate: charge_has_card, description: "A charge's \`card\` is now its \`source\`, as {charge.source} & <b>elsewhere</b>." }
  - { gate: charge_has_fee, description: "A fee, described only: \\u0007 ]]> &amp; ünïcode 🎈.", planned: true }
2013-03-03.acacia: []
2014-04-04:
  - { gate: charge_has_memo, description: A charge no longer has its \`memo\`. }
  - { gate: source_was_pan, description: "A charge's \`pan\` was for a day its \`card\`.", planned: true }
next:
  2040-01-01:
    - { gate: charge_has_note, description: A charge no longer has its \`note\`. }
amend:
  - { date: 2015-05-05, revokes: receipt_has_nothing, description: Nothing is lost. }
`;

/** An API with everything that a changelog tells of. */
export function labApi(): Api {
  return bootApiFrom(
    {
      name: "Lab & <Sons>",
      resources: [charge, receipt],
      methods: [createCharge, readReceipt],
      versionHeader: "Lab-Version",
    },
    HISTORY,
    [
      gate("rounds_up", [behaviour()]),
      gate("charge_has_card", [
        field(charge, "card", renamedTo("source")),
        param(createCharge, "card", renamedTo("source")),
      ]),
      gate("charge_has_memo", [field(charge, "memo", removed())]),
      gate("charge_has_note", [field(charge, "note", removed())]),
      gate("receipt_has_nothing", [behaviour()]),
    ],
  );
}

/** Additions of one day, at two versions in ways of their own, and one that has no page. */
export const labAdditions: readonly Addition[] = [
  {
    date: "2013-06-06",
    what: "field receipt.charge",
    versions: ["genesis", "2011-01-01"],
    at: ["resources", "receipt", "fields", "charge"],
    shape: null,
  },
  {
    date: "2013-06-06",
    what: "field receipt.charge",
    versions: ["2012-02-02"],
    at: ["resources", "receipt", "fields", "charge"],
    shape: null,
  },
  {
    date: "2013-06-06",
    what: "header X-Odd",
    versions: ["2012-02-02"],
    at: ["headers", "X-Odd"],
    shape: null,
  },
];

/** Samples that are made from the names of the contract: every field says where it comes from. */
export function labSamples({ timeline }: Api): SampleSource {
  const record = (name: string, version: string): Json | undefined => {
    const fields = timeline.at(version)?.resources.get(name)?.shape.fields;
    return (
      fields &&
      Object.fromEntries(
        [...fields.values()].map(({ name: called, info, target }) => [
          called,
          info.kind.resource === undefined
            ? `${target.join(".")}_1`
            : (record(info.kind.resource, version) ?? null),
        ]),
      )
    );
  };
  return {
    methodSample: (name, version) => {
      const found = timeline.at(version)?.methods.get(name);
      if (!found?.exists) return undefined;
      const params = Object.fromEntries(
        [...found.params.fields.values()].map(({ name: called, target }) => [
          called,
          `${target}_1`,
        ]),
      );
      return {
        request: { verb: found.verb, path: found.path, params, headers: {}, version: undefined },
        response: {
          status: found.status,
          body: record(found.returns.resource ?? "", version) ?? null,
        },
      };
    },
    resourceSample: record,
    eventSample: () => undefined,
    errorSample: () => undefined,
  };
}
