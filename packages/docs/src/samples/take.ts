import type { Api, MethodDefinition } from "holdfast";
import type { Contract } from "holdfast/contract";
import { type Captured, mergedCapture } from "holdfast/samples";
import type { Example, Scene } from "./example.js";
import {
  type ExampleSet,
  type Params,
  paramsFor,
  type Run,
  type StoredError,
  type StoredExample,
} from "./example-set.js";
import { openStage, type Played, type Stage } from "./stage.js";
import type { ExampleWorld } from "./world.js";

/** One execution of an example, for whoever checks what is shown. */
export interface Execution extends Played {
  readonly shows: Example["shows"];
  readonly version: string;
  /** What was said, in the names and values of head. */
  readonly params: Params;
}

/**
 * Executes examples at every version, and returns what it takes to show them. The same examples in
 * the same world give the same set. Throws an Error where an example cannot be set up, or does not
 * do what it is for.
 */
export async function takeExamples(
  api: Api,
  examples: readonly Example[],
  world: ExampleWorld,
  onExecution: (execution: Execution) => void = () => {},
): Promise<ExampleSet> {
  const stage = await openStage(api, world);
  const taken = {
    method: new Map<string, StoredExample>(),
    event: new Map<string, StoredExample>(),
    error: new Map<string, StoredError>(),
  };
  try {
    for (const one of examples) {
      const { on, name } = one.shows;
      if (taken[on].has(name)) throw new Error(`There are two examples of the ${on} ${name}.`);
      await stage.clear();
      const params = await one.params(sceneOf(api, stage, world));
      if (on === "error")
        taken.error.set(name, await takeError(api, one, params, stage, onExecution));
      else taken[on].set(name, await takeRuns(api, one, params, stage, onExecution));
    }
  } finally {
    await stage.stop();
  }
  return {
    methods: byName(taken.method),
    events: byName(taken.event),
    errors: byName(taken.error),
  };
}

function byName<V>(found: ReadonlyMap<string, V>): Readonly<Record<string, V>> {
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function newestOf({ timeline }: Api): string {
  return timeline.versions.at(-1)?.name ?? "";
}

function sceneOf(api: Api, stage: Stage, world: ExampleWorld): Scene {
  return {
    pass: (seconds) => world.pass(seconds),
    async call(method: MethodDefinition, params: unknown) {
      const { answer } = await stage.play(newestOf(api), method.name, params as Params);
      if (answer.status >= 300) {
        throw new Error(`An example calls ${method.name}, which is answered with ${answer.body}`);
      }
      return answer.body === "" ? null : JSON.parse(answer.body);
    },
  };
}

async function takeRuns(
  api: Api,
  { method: { name }, shows, before }: Example,
  params: Params,
  stage: Stage,
  onExecution: (execution: Execution) => void,
): Promise<StoredExample> {
  const example = {
    method: name,
    params,
    before: Object.entries(before).map(([gate, change]) => ({ gate, params: change(params) })),
  };
  const runs: Run[] = [];
  let last: { readonly contract: Contract; readonly body: string } | undefined;
  for (const { name: version } of [...api.timeline.versions, ...api.timeline.drafts]) {
    const contract = api.timeline.at(version);
    if (!contract?.methods.get(name)?.exists) continue;
    const said = paramsFor({ ...example, runs }, contract.gates);
    const played = await stage.rehearse(version, name, said);
    onExecution({ ...played, shows, version, params: said });
    const { body } = played.answer;
    // A version that changed nothing answers as the one before it: that is kept already.
    if (last?.contract !== contract || last.body !== body) add(runs, version, played);
    last = { contract, body };
  }
  if (!runs.some(({ missing }) => missing === undefined)) {
    throw new Error(`The example of ${shows.name} never succeeds: ${runs[0]?.missing ?? ""}`);
  }
  const { before: others, ...stored } = example;
  return { ...stored, ...(others.length > 0 && { before: others }), runs };
}

/** Adds what came of an example at a version to what came of it at older ones. */
function add(runs: Run[], from: string, { answer, heard }: Played): void {
  const last = runs.at(-1);
  if (answer.status >= 300) {
    const missing = `The documented request is answered with ${answer.status}: ${reasonOf(answer.body)}`;
    if (last?.missing !== missing) runs.push({ from, missing });
    return;
  }
  const captured = heard?.capture();
  const same = last && last.missing === undefined && sameCapture(last.captured, captured);
  if (same) runs[runs.length - 1] = { ...last, ...same };
  else runs.push({ from, ...(captured && { captured }) });
}

/** What two captures are together; undefined where they tell of different things. */
function sameCapture(
  one: Captured | undefined,
  other: Captured | undefined,
): Pick<Run, "captured"> | undefined {
  if (!one || !other) return one === other ? {} : undefined;
  const captured = mergedCapture(one, other);
  return captured && { captured };
}

function reasonOf(body: string): string {
  const { error } = JSON.parse(body) as { readonly error?: { readonly message?: string } };
  return error?.message ?? "";
}

async function takeError(
  api: Api,
  { shows, method: { name: method } }: Example,
  params: Params,
  stage: Stage,
  onExecution: (execution: Execution) => void,
): Promise<StoredError> {
  const { name } = shows;
  let last: Played | undefined;
  for (const { name: version } of api.timeline.versions) {
    if (!api.timeline.at(version)?.methods.get(method)?.exists) continue;
    last = await stage.rehearse(version, method, params);
    onExecution({ ...last, shows, version, params });
  }
  const { raised } = last?.heard ?? {};
  if (raised?.definition.name !== name) {
    const answer = last ? `is answered with ${last.answer.body}` : "calls what no version has";
    throw new Error(`The example of the error ${name} ${answer}`);
  }
  const data = JSON.parse(JSON.stringify(raised.data)) as Params;
  const { param, speaks } = raised;
  return { data, ...(param && { param: param.join("."), ...(speaks === "head" && { method }) }) };
}
