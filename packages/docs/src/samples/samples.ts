import type { Api, Json } from "holdfast";
import { armsOfUnion, type Contract, type MethodShape } from "holdfast/contract";
import { Replay } from "holdfast/samples";
import { contractAsReleased, type Releases } from "./as-released.js";
import { errorData } from "./error-data.js";
import { type ExampleSet, paramsFor, type Run, type StoredExample } from "./example-set.js";
import { RecordIndex } from "./record-index.js";
import type { MethodSample } from "./sample.js";
import { sampleRequest } from "./sample-request.js";

/** How many versions are kept as they were when they were released. */
const KEPT = 32;

/**
 * The samples of an API, at any version: its documented examples, converted when they are asked for
 * by the same compiler that makes what serves requests. Names are those of the definitions.
 */
export class Samples {
  readonly #api: Api;
  readonly #examples: ExampleSet;
  readonly #replay: Replay;
  readonly #contractAt: (version: string) => Contract | undefined;
  #records: RecordIndex | undefined;

  constructor(
    api: Api,
    examples: ExampleSet,
    contractAt: (version: string) => Contract | undefined = (version) => api.timeline.at(version),
  ) {
    this.#api = api;
    this.#examples = examples;
    this.#contractAt = contractAt;
    this.#replay = new Replay(api);
  }

  /** The same samples, less what versions had not yet when they were released. */
  asReleased(releases: Releases): Samples {
    const known = new Map<string, Contract>();
    return new Samples(this.#api, this.#examples, (version) => {
      const contract = this.#api.timeline.at(version);
      if (!contract) return undefined;
      const kept = known.get(version) ?? contractAsReleased(contract, version, releases);
      // The one that was asked for longest ago goes, where there are too many.
      known.delete(version);
      known.set(version, kept);
      const [oldest = ""] = known.keys();
      if (known.size > KEPT) known.delete(oldest);
      return kept;
    });
  }

  /** A request to a method and the answer; undefined where there is none to show. */
  methodSample(name: string, version: string): MethodSample | undefined {
    return this.#sample(this.#examples.methods[name], version);
  }

  /** A record of a resource, as it stands in the answer of some example; of a union, one of its. */
  resourceSample(name: string, version: string): Json | undefined {
    const contract = this.#contractAt(version);
    const resource = contract?.resources.get(name);
    if (!contract || !resource) return undefined;
    for (const arm of resource.definition.arms ? armsOfUnion(resource).values() : []) {
      const shown = this.resourceSample(arm, version);
      if (shown !== undefined) return shown;
    }
    this.#records ??= new RecordIndex(this.#examples, this.#api.definitions.methods, this.#replay);
    const found = this.#records.find(resource.definition.name);
    if (!found) return undefined;
    return unlessStale(() => this.#replay.record(contract, name, found.record, found.captured));
  }

  /** An event, as the method that gives back events answers. */
  eventSample(type: string, version: string): Json | undefined {
    return this.#sample(this.#examples.events[type], version)?.response.body;
  }

  /** An error's body. */
  errorSample(name: string, version: string): Json | undefined {
    const contract = this.#contractAt(version);
    if (!contract?.errors.has(name)) return undefined;
    const { data, param, method } = this.#examples.errors[name] ?? errorData(this.#api, name);
    return this.#replay.error(contract, name, data, {
      ...(param !== undefined && { param }),
      ...(method !== undefined && { method }),
    });
  }

  /** Why a method has no sample at a version; undefined where it has one. */
  whyMissing(name: string, version: string): string | undefined {
    const method = this.#contractAt(version)?.methods.get(name);
    if (!method?.exists) return "The version does not have the method.";
    const example = this.#examples.methods[name];
    if (!example) return "No example of it is documented.";
    const missing = this.#run(example, version)?.missing;
    if (missing !== undefined || this.#sample(example, version)) return missing;
    return "Its stored example is older than its definition, and must be taken again.";
  }

  #sample(example: StoredExample | undefined, version: string): MethodSample | undefined {
    const contract = this.#contractAt(version);
    const method = example && contract?.methods.get(example.method);
    if (!example || !contract || !method?.exists) return undefined;
    const run = this.#run(example, version);
    if (!run || run.missing !== undefined) return undefined;
    const body = this.#body(contract, method, run);
    if (body === undefined) return undefined;
    const params = paramsFor(example, contract.gates);
    const request = sampleRequest(this.#api, contract, method, params);
    return {
      request: { ...request, version: { header: this.#api.versionHeader, name: version } },
      response: { status: method.status, body },
    };
  }

  #body(contract: Contract, method: MethodShape, { captured }: Run): Json | undefined {
    if (captured === undefined) return null;
    return unlessStale(() => this.#replay.answer(contract, method, captured));
  }

  /** What came of an example at a version: the newest run that began by then. */
  #run({ runs }: StoredExample, version: string): Run | undefined {
    const { timeline } = this.#api;
    const rank = timeline.rank(timeline.find(version)?.name ?? version);
    return runs.findLast(({ from }) => timeline.rank(from) <= rank);
  }
}

/** What is shown of something stored; undefined where the definitions have gone on since. */
function unlessStale(show: () => Json): Json | undefined {
  try {
    return show();
  } catch {
    return undefined;
  }
}
