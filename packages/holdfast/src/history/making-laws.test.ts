import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Api } from "../api.js";
import type { Contract } from "../contract/contract.js";
import { method } from "../definition/method.js";
import { Reader } from "../definition/reader.js";
import { resource } from "../definition/resource.js";
import { field, param } from "./field.js";
import {
  allTexts,
  headFields,
  type MadePast,
  madePast,
  madeSeeds,
  valuesOf,
} from "./made-past.fixture.js";
import { smallApi, versionAt } from "./small-api.fixture.js";

const thing = resource("thing", { description: "A thing.", fields: headFields }).from<never>();
const send = method("send", {
  route: "POST /send",
  description: "Sends.",
  params: headFields,
  returns: thing,
}).execute(async () => ({}) as never);

function apiOf({ steps }: MadePast): Api {
  const past = steps.map((changes, index) => ({
    [`gate_${index}`]: [
      ...changes({ subject: thing, say: (path, verb) => field(thing, path, verb) }),
      ...changes({ subject: send, say: (path, verb) => param(send, path, verb) }),
    ],
  }));
  return smallApi({ resources: [thing], methods: [send] }, past);
}

const nothing = { loaded: () => undefined, batched: () => undefined, secret: true };

function shown(api: Api, contract: Contract, record: unknown): unknown {
  const render = api.compiled(contract).resources.render("thing");
  return JSON.parse(JSON.stringify(render(record, record, nothing, undefined)));
}

function taken(api: Api, contract: Contract, input: object): Readonly<Record<string, unknown>> {
  const shape = contract.methods.get("send");
  if (!shape) throw new TypeError("there is no method");
  const head = {};
  const top = Reader.top({ isText: () => false, help: () => "" });
  api.compiled(contract).reader(shape)(input as never, top, head);
  return head;
}

/** A past, one of its versions, and what a caller at that version sends. */
const sent = madeSeeds
  .map(madePast)
  .chain((past) =>
    fc
      .nat(past.versions.length - 1)
      .chain((step) => valuesOf(past.versions[step] ?? []).map((input) => ({ past, step, input }))),
  );

describe("for any past of objects, splits, merges and arms", () => {
  it("what a version takes and head keeps, the version shows again", () => {
    fc.assert(
      fc.property(sent, ({ past, step, input }) => {
        const api = apiOf(past);
        const contract = api.timeline.at(versionAt(step)) ?? api.timeline.head;
        const head = taken(api, contract, input);
        expect(shown(api, contract, head)).toEqual(input);
        // And what head keeps, the newest version takes as it is.
        expect(taken(api, api.timeline.newest, head)).toEqual(head);
      }),
      { numRuns: 150 },
    );
  });

  it("an empty text unsets what null unsets, at every version", () => {
    fc.assert(
      fc.property(madeSeeds.map(madePast), (past) => {
        const api = apiOf(past);
        for (const [step, fields] of past.versions.entries()) {
          const contract = api.timeline.at(versionAt(step)) ?? api.timeline.head;
          const unset = taken(api, contract, allTexts(fields, null));
          expect(taken(api, contract, allTexts(fields, ""))).toEqual(unset);
          expect(unset).toEqual({
            ...{ a: null, b: null, c: null, d: null },
            o: { p: null, q: null, r: null },
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  it("what is left out touches nothing", () => {
    fc.assert(
      fc.property(madeSeeds.map(madePast), (past) => {
        const api = apiOf(past);
        for (const step of past.versions.keys()) {
          const contract = api.timeline.at(versionAt(step)) ?? api.timeline.head;
          expect(taken(api, contract, {})).toEqual({});
        }
      }),
      { numRuns: 50 },
    );
  });
});
