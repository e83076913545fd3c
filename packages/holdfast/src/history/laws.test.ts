import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Api } from "../api.js";
import type { Contract } from "../contract/contract.js";
import { method } from "../definition/method.js";
import { Reader } from "../definition/reader.js";
import { resource } from "../definition/resource.js";
import type { ObjectShape } from "../definition/shape.js";
import { t } from "../definition/t.js";
import type { AnyType } from "../definition/type.js";
import { field, param } from "./field.js";
import { type Node, pastOf, type RandomPast, seeds, valuesAt } from "./random-past.fixture.js";
import { smallApi, versionAt } from "./small-api.fixture.js";

/** An API with a resource and a method that both have the past's fields. */
function apiOf({ types, gates }: RandomPast): Api {
  const fields: Record<string, AnyType> = {
    ...types.top,
    o: t.object(types.object).optional().describe("An object."),
    l: t.list(t.object(types.list)).optional().describe("A list."),
  };
  const thing = resource("thing", { description: "A thing.", fields }).from<object>();
  const send = method("send", {
    route: "POST /send",
    description: "Sends.",
    params: fields,
    returns: thing,
  }).execute(async () => ({}));
  const past = gates.map((version) =>
    Object.fromEntries(
      Object.entries(version).map(([gate, changes]) => [
        gate,
        [
          ...changes((path, verb) => field(thing, path, verb)),
          ...changes((path, verb) => param(send, path, verb)),
        ],
      ]),
    ),
  );
  return smallApi({ resources: [thing], methods: [send] }, past);
}

const leaf = ({ head }: Node) => `${head.place}.${head.name}`;

/** A record with a value for every field of the definition; frozen, however deep. */
function recordOf({ types }: RandomPast): unknown {
  const values = (place: "top" | "object" | "list") =>
    Object.freeze(
      Object.fromEntries(Object.keys(types[place]).map((name) => [name, `${place}.${name}`])),
    );
  return Object.freeze({
    ...values("top"),
    o: values("object"),
    l: Object.freeze([values("list"), values("list")]),
  });
}

const nothing = { loaded: () => undefined, batched: () => undefined, secret: true };

function shown(api: Api, contract: Contract, record: unknown): string {
  const render = api.compiled(contract).resources.render("thing");
  return JSON.stringify(render(record, record, nothing, undefined));
}

function taken(api: Api, contract: Contract, input: object): unknown {
  const send = contract.methods.get("send");
  if (!send) throw new TypeError("there is no method");
  const head = {};
  const top = Reader.top({ isText: () => false, help: () => "" });
  api.compiled(contract).reader(send)(input as never, top, head);
  return head;
}

function contractsOf(api: Api): Contract[] {
  return api.timeline.versions.flatMap(({ name }) => api.timeline.at(name) ?? []);
}

/** All that can be seen of a shape, as text. */
function describeShape({ fields, dormant, unknownKeys }: ObjectShape): unknown {
  const each = (shapes: ObjectShape["fields"]) =>
    [...shapes].map(([name, { info, target, via, order, value }]) => ({
      name,
      target,
      via,
      order,
      value,
      kind: info.kind.name,
      inner: info.kind.shape && describeShape(info.kind.shape),
    }));
  return { fields: each(fields), dormant: each(dormant), unknownKeys };
}

function describeContract(contract: Contract): string {
  return JSON.stringify([
    contract.gates,
    [...contract.resources].map(([name, { shape }]) => [name, describeShape(shape)]),
    [...contract.methods].map(([name, { params }]) => [name, describeShape(params)]),
  ]);
}

describe("for any past of renames, swaps, moves, additions and removals", () => {
  it("answers show the names that a list of fields walked backwards predicts", () => {
    fc.assert(
      fc.property(seeds, (made) => {
        const past = pastOf(made);
        const api = apiOf(past);
        const record = recordOf(past);
        for (const [step, nodes] of past.versions.entries()) {
          const contract = api.timeline.at(versionAt(step));
          expect(contract && JSON.parse(shown(api, contract, record))).toEqual(
            valuesAt(nodes, leaf),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it("what a version takes is what head takes", () => {
    fc.assert(
      fc.property(seeds, (made) => {
        const past = pastOf(made);
        const api = apiOf(past);
        const [newest] = [api.timeline.newest];
        for (const [step, nodes] of past.versions.entries()) {
          const contract = api.timeline.at(versionAt(step));
          const head = contract && taken(api, contract, valuesAt(nodes, leaf));
          expect(head).toEqual(valuesAt(nodes, leaf, "head"));
          const known = nodes.filter((node) => !node.head.name.startsWith("old_"));
          const atHead = valuesAt(known, leaf, "head");
          expect(taken(api, newest, atHead)).toEqual(atHead);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("no contract is changed by making others, and all are the same when made anew", () => {
    fc.assert(
      fc.property(seeds, (made) => {
        const past = pastOf(made);
        const api = apiOf(past);
        const before = contractsOf(api).map(describeContract);
        for (const gate of api.timeline.gates.keys()) {
          api.timeline.withGrants(versionAt(past.versions.length - 1), [gate], []);
          api.timeline.withGrants("genesis", [], [gate]);
        }
        expect(contractsOf(api).map(describeContract)).toEqual(before);
        expect(contractsOf(apiOf(past)).map(describeContract)).toEqual(before);
        const all = new Set(api.timeline.gates.keys());
        const anew = api.timeline.withGates(all);
        expect(describeContract(anew)).toBe(before[0]);
      }),
      { numRuns: 15 },
    );
  });

  it("answers are the same bytes each time, and a record is left as it was", () => {
    fc.assert(
      fc.property(seeds, (made) => {
        const past = pastOf(made);
        const [one, other] = [apiOf(past), apiOf(past)];
        const record = recordOf(past);
        const texts = contractsOf(one).map((contract) => shown(one, contract, record));
        expect(contractsOf(one).map((contract) => shown(one, contract, record))).toEqual(texts);
        expect(contractsOf(other).map((contract) => shown(other, contract, record))).toEqual(texts);
        expect(record).toEqual(recordOf(past));
      }),
      { numRuns: 40 },
    );
  });

  it("a gate that is granted or revoked with what goes along leaves just what the others did", () => {
    fc.assert(
      fc.property(seeds, (made) => {
        const past = pastOf(made);
        const api = apiOf(past);
        const { timeline } = api;
        const record = recordOf(past);
        const newest = versionAt(past.versions.length - 1);
        for (const gate of timeline.gates.keys()) {
          const revoked = new Set(timeline.goingAlong(gate));
          const left = [...timeline.gates.keys()].filter((one) => !revoked.has(one));
          const ways = [
            [timeline.withGrants(newest, [gate], []), new Set(timeline.comingAlong(gate))],
            [timeline.withGrants("genesis", [], [gate]), new Set(left)],
          ] as const;
          for (const [contract, gates] of ways) {
            expect(new Set(contract?.gates)).toEqual(gates);
            expect(contract && JSON.parse(shown(api, contract, record))).toEqual(
              valuesAt(past.fieldsWith(gates), leaf),
            );
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
