import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Api } from "../api.js";
import type { Contract, MethodShape } from "../contract/contract.js";
import { method } from "../definition/method.js";
import { Reader } from "../definition/reader.js";
import { resource } from "../definition/resource.js";
import { field, param } from "../history/field.js";
import {
  headFields,
  type MadePast,
  madePast,
  madeSeeds,
  valuesOf,
} from "../history/made-past.fixture.js";
import { smallApi, versionAt } from "../history/small-api.fixture.js";
import type { WireObject } from "../http/message.js";
import { Recorder } from "./recorder.js";
import { Replay } from "./replay.js";
import { requestAt } from "./request-at.js";
import { type Captured, mergedCapture } from "./stored.js";

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

interface At {
  readonly contract: Contract;
  readonly method: MethodShape;
}

function at(api: Api, step: number): At {
  const contract = api.timeline.at(versionAt(step)) ?? api.timeline.head;
  const shape = contract.methods.get("send");
  if (!shape) throw new TypeError("there is no method");
  return { contract, method: shape };
}

function understood(api: Api, { contract, method: shape }: At, input: object) {
  const head: Record<string, never> = {};
  const top = Reader.top({ isText: () => false, help: () => "" });
  api.compiled(contract).reader(shape)(input as WireObject, top, head);
  return head;
}

const nothing = { loaded: () => undefined, batched: () => undefined, secret: true };

function shown(api: Api, { contract, method: shape }: At, record: unknown): unknown {
  const render = api.compiled(contract).returns(shape);
  return JSON.parse(JSON.stringify(render(record, record, nothing, undefined)));
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
  it("a version understands the request that is made for it", () => {
    fc.assert(
      fc.property(sent, ({ past, step, input }) => {
        const api = apiOf(past);
        const version = at(api, step);
        const head = understood(api, version, input);
        const request = requestAt(api.compiled(version.contract), version.method, head);
        expect(understood(api, version, request)).toEqual(head);
      }),
      { numRuns: 100 },
    );
  });

  it("what is kept of an answer, at all versions together, shows it at each of them", () => {
    fc.assert(
      fc.property(sent, ({ past, step, input }) => {
        const api = apiOf(past);
        const record = understood(api, at(api, step), input);
        const recorder = new Recorder(api.definitions.lists.name);
        const steps = [...past.versions.keys()];
        const kept = steps
          .map((one) => {
            const { contract, method: shape } = at(api, one);
            return recorder.capture(contract, record, nothing, (compiled, call) =>
              compiled.returns(shape)(record, record, call, undefined),
            );
          })
          .reduce((all, one) => {
            const both = mergedCapture(all, one);
            expect(both).toBeDefined();
            return both ?? all;
          });
        const filed = JSON.parse(JSON.stringify(kept)) as Captured;
        const replay = new Replay(api);
        for (const one of steps) {
          const version = at(api, one);
          const answer = replay.answer(version.contract, version.method, filed);
          expect(answer).toEqual(shown(api, version, record));
        }
      }),
      { numRuns: 60 },
    );
  });
});
