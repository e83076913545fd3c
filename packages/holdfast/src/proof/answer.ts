import type { JsonSchema } from "../definition/json-schema.js";
import type { Expansion, Json, Render, RenderCall, Site } from "../definition/kind.js";
import { loadFor } from "../pipeline/load.js";
import type { Asked } from "./answer-schema.js";
import type { ContractView } from "./contract-view.js";
import type { HeadSampler } from "./head-sampler.js";
import { nobody } from "./stand-ins.js";
import { Violation } from "./tools.js";
import type { Rendered, WatchedContract } from "./watched-contract.js";

/** What is answered: a made-up value, and how a contract renders it. */
export interface Question {
  readonly value: unknown;
  readonly asked: Asked;
  readonly expand: Expansion | undefined;
  /** What must be loaded for it. */
  sites(contract: WatchedContract): readonly Site[];
  renderer(contract: WatchedContract): Render;
  /** The schema of the whole answer; left out where the answer is a resource. */
  readonly schema?: JsonSchema;
  /** Whether the record need not be valid: only that it is answered is proven. */
  readonly lenient?: boolean;
}

/** What came of a question. */
export interface Answer {
  readonly json: Json;
  readonly call: RenderCall;
}

/** A value itself, as the root of what is loaded for it. */
export const itself = (value: unknown, _call: RenderCall, each: (value: unknown) => void): void =>
  each(value);

/**
 * Loads and renders a made-up value in every way, and throws a Violation where the answer is not
 * as the contract's schema says, differs from one time to the next, or differs where it is
 * interpreted.
 */
export async function answer(
  view: ContractView,
  sampler: HeadSampler,
  question: Question,
): Promise<Answer> {
  const { value, asked, expand, schema } = question;
  view.world.standIns.source = sampler;
  const sites = question.sites(view.compiled);
  const call = await loadFor([value], sites, view.compiled, nobody, asked.secret);
  const render = (contract: WatchedContract): Json => {
    contract.seen.length = 0;
    return question.renderer(contract)(value, value, call, expand);
  };
  const json = render(view.compiled);
  const text = JSON.stringify(json);
  const evidence = { record: value, ...asked, expand, answer: json };
  const { seen } = view.compiled;
  const judged = question.lenient ? [] : schema ? seen : seen.slice(-1);
  judgeAll(view, asked, judged, evidence);
  if (schema && text !== undefined) {
    tellWrong(view.world.tools.judge(schema), JSON.parse(text), evidence);
  }
  if (JSON.stringify(render(view.compiled)) !== text) {
    throw new Violation("the same record is answered differently the second time", evidence);
  }
  const interpreted = render(view.interpreted);
  if (JSON.stringify(interpreted) !== text) {
    throw new Violation("compiled and interpreted answers differ", { ...evidence, interpreted });
  }
  return { json, call };
}

/** Judges each resource that stands in an answer; those that look alike, once. */
function judgeAll(
  view: ContractView,
  asked: Asked,
  seen: readonly Rendered[],
  evidence: Readonly<Record<string, unknown>>,
): void {
  const judged = new Set<string>();
  for (const { resource, json } of seen) {
    const text = JSON.stringify(json);
    const key = `${resource} ${text}`;
    if (judged.has(key)) continue;
    judged.add(key);
    const judge = view.judge(resource, asked);
    tellWrong(judge, JSON.parse(text), { ...evidence, resource });
  }
}

function tellWrong(
  judge: (value: unknown) => true | string,
  value: unknown,
  evidence: Readonly<Record<string, unknown>>,
): void {
  const verdict = judge(value);
  if (verdict !== true) throw new Violation(`the answer breaks its schema: ${verdict}`, evidence);
}
