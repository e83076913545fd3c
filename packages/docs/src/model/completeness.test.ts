import type { Api } from "holdfast";
import type { Contract } from "holdfast/contract";
import { describe, expect, it } from "vitest";
import { generatedApi } from "../../../../examples/generated/src/index.js";
import { api as payments } from "../../../../examples/payments/src/app.js";
import { Lifelines } from "../compare/lifelines.js";
import { isAnswered } from "./answered.fixture.js";
import { promised, told } from "./completeness.fixture.js";
import { Describer } from "./describe.js";
import { oddApi } from "./odd-api.fixture.js";

/** Errors that a floor promises although no method raises them at the version are not listed. */
function isListed(contract: Contract) {
  return (fact: string) => {
    const [what, name = ""] = fact.split(" ");
    return what !== "error" || isAnswered(contract, name);
  };
}

/** @param counts leaves out resources that floors do not have, because nobody can be shown them */
function compare(
  api: Api,
  versions: readonly string[],
  counts: (fact: string) => boolean = () => true,
): number {
  const describer = new Describer(api, new Lifelines(api));
  let facts = 0;
  for (const version of versions) {
    const described = describer.at(version);
    const is = told(described);
    const { contract } = described;
    const should = new Set([...promised(api, contract)].filter(isListed(contract)));
    expect(
      [...should].filter((fact) => !is.has(fact)),
      `${version} lacks`,
    ).toEqual([]);
    expect(
      [...is].filter((fact) => counts(fact) && !should.has(fact)),
      `${version} makes up`,
    ).toEqual([]);
    facts += should.size;
  }
  return facts;
}

describe("every param, field, value and variant is described, and nothing else", () => {
  it("of payments, at every version", () => {
    const versions = payments.timeline.versions.map(({ name }) => name);
    expect(compare(payments, versions)).toBeGreaterThan(versions.length * 500);
  });

  it("of an API of odd things, at every version", () => {
    const versions = oddApi.timeline.versions.map(({ name }) => name);
    const isReached = (fact: string) => !fact.startsWith("resource alone");
    expect(compare(oddApi, versions, isReached)).toBeGreaterThan(versions.length * 50);
  });

  it("of a small generated API, at every version", () => {
    const api = generatedApi({ methods: 25, versions: 30, seed: 3 });
    const versions = api.timeline.versions.map(({ name }) => name);
    expect(compare(api, versions)).toBeGreaterThan(versions.length * 100);
  });

  it("of a large one, at some", () => {
    const api = generatedApi({ methods: 300, versions: 104 });
    const all = api.timeline.versions.map(({ name }) => name);
    const versions = [0, 51, all.length - 1].flatMap((index) => all[index] ?? []);
    expect(compare(api, versions)).toBeGreaterThan(versions.length * 1000);
  });
});
