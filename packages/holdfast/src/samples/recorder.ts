import { CompiledContract } from "../compile/compiled-contract.js";
import { CompiledResources, ownReading, type RecordReading } from "../compile/scope-compiler.js";
import type { Contract } from "../contract/contract.js";
import type { RenderCall } from "../definition/kind.js";
import type { ResourceDefinition } from "../definition/resource.js";
import { type Captured, inOrder, type Stored, type StoredHash } from "./stored.js";

/** What was read of a record while it was rendered. */
interface Note {
  readonly resource: string;
  arm: string | undefined;
  readonly fields: Map<string, unknown>;
}

/**
 * Notes what of each record is read while an answer is rendered, however the author's code comes by
 * it: that is all that it takes to render the answer again.
 */
export class Recorder {
  readonly #lists: string;
  readonly #contracts = new WeakMap<Contract, CompiledContract>();
  #notes = new Map<object, Note>();

  /** @param lists the name of the resource that wraps pages */
  constructor(lists: string) {
    this.#lists = lists;
  }

  /** Renders, by a contract whose reading is noted, and returns what was read. */
  capture(
    contract: Contract,
    result: unknown,
    loaded: RenderCall,
    render: (contract: CompiledContract, call: RenderCall) => unknown,
  ): Captured {
    this.#notes = new Map();
    const records = new Map<string, Map<string, unknown>>();
    render(this.#compiled(contract), {
      secret: loaded.secret,
      batched: (...which) => loaded.batched(...which),
      loaded(resource, id) {
        const record = loaded.loaded(resource, id);
        const name = resource.split("@")[0] ?? resource;
        const known = records.get(name) ?? new Map<string, unknown>();
        records.set(name, known.set(id, record));
        return record;
      },
    });
    const loadedById = (byId: ReadonlyMap<string, unknown>) =>
      inOrder(membersOf([...byId].map(([id, one]) => [id, this.#stored(one, [])])));
    return {
      result: this.#stored(result, []),
      records: inOrder(
        Object.fromEntries([...records].map(([name, byId]) => [name, loadedById(byId)])),
      ),
    };
  }

  #compiled(contract: Contract): CompiledContract {
    const known = this.#contracts.get(contract);
    if (known) return known;
    const resources = new CompiledResources(contract, this.#lists, true, this.#reading());
    const made = new CompiledContract(contract, this.#lists, true, resources);
    this.#contracts.set(contract, made);
    return made;
  }

  #reading(): RecordReading {
    return {
      access: (resource) => {
        const own = ownReading.access(resource);
        return {
          isProperty: () => false,
          read: (field) => {
            const read = own.read(field);
            return (record, call) => {
              const value = read(record, call);
              this.#note(resource.definition, record)?.fields.set(field, value);
              return value;
            };
          },
        };
      },
      armOf: (union, record) => {
        const arm = ownReading.armOf(union, record);
        const own = union.arms?.get(arm);
        const note = own && this.#note(own, record);
        if (note) note.arm = arm;
        return arm;
      },
    };
  }

  #note({ name }: ResourceDefinition, record: unknown): Note | undefined {
    if (typeof record !== "object" || record === null) return undefined;
    const note = this.#notes.get(record) ?? { resource: name, arm: undefined, fields: new Map() };
    this.#notes.set(record, note);
    return note;
  }

  #stored(value: unknown, above: readonly object[]): Stored {
    if (typeof value === "bigint") return { $: "#bigint", value: String(value) };
    if (typeof value === "function" || typeof value === "symbol") return undefined;
    if (typeof value !== "object" || value === null) return value as Stored;
    if (value instanceof Date) return { $: "#date", value: value.toISOString() };
    // What no version shows may lead back to where it came from.
    if (above.includes(value)) return undefined;
    const way = [...above, value];
    if (Array.isArray(value)) return value.map((item) => this.#stored(item, way) ?? null);
    const note = this.#notes.get(value);
    const members = (all: Iterable<readonly [string, unknown]>) =>
      [...all].map(([name, one]) => [name, this.#stored(one, way)] as const);
    if (note) {
      const { resource, arm } = note;
      return {
        $: resource,
        ...(arm !== undefined && { arm }),
        fields: inOrder(membersOf(members(note.fields))),
      };
    }
    // An answer shows a hash that is no record in its own order.
    const fields = membersOf(members(Object.entries(value)));
    return "$" in fields ? { $: "#hash", fields } : fields;
  }
}

function membersOf(members: readonly (readonly [string, Stored])[]): StoredHash {
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}
