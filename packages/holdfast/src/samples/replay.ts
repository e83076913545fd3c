import type { Api } from "../api.js";
import { CompiledContract } from "../compile/compiled-contract.js";
import { mayGenerateCode } from "../compile/emit-object.js";
import { baseName, CompiledResources, type RecordReading } from "../compile/scope-compiler.js";
import type { Contract, MethodShape } from "../contract/contract.js";
import type { Json, RenderCall } from "../definition/kind.js";
import { showPath } from "../definition/path.js";
import { Addresses } from "../pipeline/addresses.js";
import { fillMessage } from "../pipeline/error-answer.js";
import {
  armOfReplayed,
  type Captured,
  resourceOfReplayed,
  revived,
  type Stored,
} from "./stored.js";

/** A record of a captured answer. */
export interface FoundRecord {
  readonly resource: string;
  readonly record: object;
}

/** Records out of a file hold head's fields as plain properties. */
const replayedReading: RecordReading = {
  access: () => ({
    isProperty: () => true,
    read: (field) => (record) => (record as Readonly<Record<string, unknown>>)[field],
  }),
  armOf: (_union, record) => armOfReplayed(record) ?? "",
};

/** What an error is about: a param, and the method of which it is one, as head has it. */
interface ErrorPlace {
  readonly param?: string;
  readonly method?: string;
}

/** How many contracts' functions are kept: readers who step through versions come back to them. */
const KEPT = 64;

/** A captured answer, ready to be rendered. */
interface Replayed {
  readonly result: unknown;
  readonly call: RenderCall;
}

/**
 * Renders captured answers at any version, by the compiler that makes what serves them. What is read
 * out of files is kept with what it was read from.
 */
export class Replay {
  readonly #api: Api;
  readonly #contracts = new Map<Contract, CompiledContract>();
  readonly #replayed = new WeakMap<Captured, Replayed>();

  constructor(api: Api) {
    this.#api = api;
  }

  /** What a method of a contract answers with. */
  answer(contract: Contract, method: MethodShape, captured: Captured): Json {
    const { result, call } = this.#revived(captured);
    return asSent(this.#compiled(contract).returns(method)(result, result, call, undefined));
  }

  /** A record of a resource, as it stands in a captured answer. */
  record(contract: Contract, resource: string, record: object, captured: Captured): Json {
    const { call } = this.#revived(captured);
    const render = this.#compiled(contract).resources.render(resource);
    return asSent(render(record, record, call, undefined));
  }

  /** The body that an error is answered with, by what it is raised with. */
  error(
    contract: Contract,
    name: string,
    data: Readonly<Record<string, unknown>>,
    about: ErrorPlace = {},
  ): Json {
    const raised = contract.errors.get(name);
    const shape = raised?.answersAs ? contract.errors.get(raised.answersAs.error) : raised;
    if (!raised || !shape) return undefined;
    const told = raised.answersAs ? raised.answersAs.data(data) : data;
    const param = callersName(contract, about);
    const text = param ?? about.param ?? "a param";
    const message = fillMessage(shape.definition.message, { ...told, param: text });
    const record = { ...told, message, param };
    const call = { secret: true, loaded: () => undefined, batched: () => undefined };
    return asSent({
      error: this.#compiled(contract).error(shape)(record, record, call, undefined),
    });
  }

  /** The records of what a method answered with, however deep. */
  recordsOf(captured: Captured): readonly FoundRecord[] {
    return recordsIn(this.#revived(captured).result);
  }

  /** The records that were loaded for an answer, and those within them. */
  loadedFor(captured: Captured): readonly FoundRecord[] {
    const { call } = this.#revived(captured);
    return Object.entries(captured.records).flatMap(([resource, byId]) =>
      Object.keys(byId).flatMap((id) => recordsIn(call.loaded(resource, id))),
    );
  }

  #revived(captured: Captured): Replayed {
    const known = this.#replayed.get(captured);
    if (known) return known;
    const records = new Map<string, unknown>();
    const made: Replayed = {
      result: revived(captured.result),
      call: {
        secret: true,
        loaded(resource, id) {
          const name = baseName(resource);
          const key = JSON.stringify([name, id]);
          if (!records.has(key)) records.set(key, revived(loadedRecord(captured, name, id)));
          return records.get(key);
        },
        // What was loaded in batches stands in the records themselves.
        batched: () => undefined,
      },
    };
    this.#replayed.set(captured, made);
    return made;
  }

  #compiled(contract: Contract): CompiledContract {
    const known = this.#contracts.get(contract);
    const lists = this.#api.definitions.lists.name;
    const made =
      known ??
      new CompiledContract(
        contract,
        lists,
        !mayGenerateCode,
        new CompiledResources(contract, lists, !mayGenerateCode, replayedReading),
      );
    // The one that was asked for longest ago goes, where there are too many.
    this.#contracts.delete(contract);
    this.#contracts.set(contract, made);
    const [oldest] = this.#contracts.keys();
    if (oldest && this.#contracts.size > KEPT) this.#contracts.delete(oldest);
    return made;
  }
}

/** A value as it is on the wire: what is undefined is not there. */
function asSent(json: Json): Json {
  return json === undefined ? undefined : (JSON.parse(JSON.stringify(json)) as Json);
}

function loadedRecord({ records }: Captured, resource: string, id: string): Stored {
  const byId = Object.hasOwn(records, resource) ? (records[resource] ?? {}) : {};
  return Object.hasOwn(byId, id) ? byId[id] : undefined;
}

function recordsIn(value: unknown): readonly FoundRecord[] {
  if (typeof value !== "object" || value === null) return [];
  const resource = resourceOfReplayed(value);
  const within = Object.values(value).flatMap(recordsIn);
  return resource === undefined ? within : [{ resource, record: value }, ...within];
}

/** What callers of a contract call the param; undefined where they have none such. */
function callersName(contract: Contract, { param, method }: ErrorPlace): string | undefined {
  if (param === undefined) return undefined;
  const path = param.split(".");
  if (method === undefined) return showPath(path);
  const shape = contract.methods.get(method)?.params;
  const callers = shape && new Addresses(shape).of(path);
  return callers && showPath(callers);
}
