import { CompiledContract } from "../compile/compiled-contract.js";
import type { Contract } from "../contract/contract.js";
import type { Json, Render, Site } from "../definition/kind.js";
import { headShape } from "../definition/shape.js";
import { loadFor } from "../pipeline/load.js";
import { itself } from "../proof/answer.js";
import { Rounds } from "../proof/choices.js";
import { HeadSampler } from "../proof/head-sampler.js";
import { nobody, StandIns } from "../proof/stand-ins.js";
import type { FlooredApi } from "./folder.js";

/** How many records are made up at most. */
const TRIES = 40;

/** What is shown: a resource, or an error's body. */
export type Shown = { readonly resource: string } | { readonly error: string };

/**
 * What a contract shows of made-up records, by the renderers that serve answers; nothing where no
 * records can be made up. `matching` gives texts that a pattern describes; `secret` says whether
 * the caller's key is secret.
 */
export async function tryAnswers(
  { definitions }: FlooredApi,
  contract: Contract,
  shown: Shown,
  matching: (pattern: string) => readonly string[],
  secret = true,
): Promise<readonly Json[]> {
  const standIns = new StandIns();
  const compiled = new CompiledContract(standIns.within(contract), definitions.lists.name, true);
  const { eventNames } = compiled.resources;
  const rounds = new Rounds();
  const found: Json[] = [];
  for (let round = 0; round < TRIES && rounds.open; round++) {
    const settings = { contract, definitions, eventNames, depth: 1, tools: { matching } };
    const sampler = new HeadSampler(rounds.next(), settings);
    standIns.source = sampler;
    try {
      const { value, sites, render } = question(sampler, compiled, shown);
      const call = await loadFor([value], sites, compiled, nobody, secret);
      found.push(JSON.parse(JSON.stringify(render(value, value, call, undefined))) as Json);
    } catch {
      // Not every value can be made up, and what cannot be rendered is the matrix's to tell.
    }
  }
  return found;
}

interface Question {
  readonly value: unknown;
  readonly sites: readonly Site[];
  readonly render: Render;
}

function question(sampler: HeadSampler, compiled: CompiledContract, shown: Shown): Question {
  const { contract, resources } = compiled;
  if ("resource" in shown) {
    const site: Site = {
      resource: shown.resource,
      holds: "records",
      expand: undefined,
      collect: (record, _call, into) => into.push(record),
    };
    const value = sampler.record(shown.resource);
    return { value, sites: [site], render: resources.render(shown.resource) };
  }
  const error = contract.errors.get(shown.error);
  if (!error) throw new TypeError(`there is no error ${shown.error}`);
  const { definition, shape } = error;
  const data = sampler.object(headShape(definition.fields, []));
  return {
    value: { ...data, message: definition.message, param: "param" },
    sites: resources.plain.objectSites(shape, itself, undefined),
    render: resources.plain.object(shape),
  };
}
