import type { Account, Mode } from "../pipeline/account-store.js";
import type { FieldCondition } from "./kind.js";
import { captureOrigin, type Origin } from "./location.js";
import type { Services } from "./services.js";
import type { AnyType, Fields, SourceOf } from "./type.js";

/** Whose data is loaded, and with what. */
export type LoadContext = Services & {
  readonly account: Account;
  readonly mode: Mode;
};

/**
 * Computes one field for many records at once: one query a level, never one a row. Where the field
 * is a list of which an older version shows a part only, `where` says which: all conditions hold.
 */
export type BatchLoad<R, S> = (
  records: readonly R[],
  context: LoadContext,
  where?: readonly FieldCondition[],
) => Promise<readonly S[]>;

/** A field that is loaded for all records of a level together. */
export class Batch<R, S> {
  readonly load: BatchLoad<R, S>;
  constructor(load: BatchLoad<R, S>) {
    this.load = load;
  }
}

/** Says that a field is loaded in batches; the answer is in the order of the records. */
export function batch<R, S>(load: BatchLoad<R, S>): Batch<R, S> {
  return new Batch(load);
}

/** Loads records by id, held to the account. Ids that it does not find are left out. */
export type LoadMany<R> = (
  ids: readonly string[],
  context: LoadContext,
) => Promise<ReadonlyMap<string, R>>;

type FieldFrom<R, S> = ((record: R) => S) | Batch<R, S>;

type Plain<F extends Fields, R> = {
  [K in keyof F]: IsLiteral<F[K]> extends true
    ? K
    : K extends keyof R
      ? R[K] extends SourceOf<F[K]>
        ? K
        : never
      : never;
}[keyof F];

// A literal's source is `unknown`: no record need hold it.
type IsLiteral<T extends AnyType> = unknown extends SourceOf<T> ? true : false;

/** What `from` must say: every field that is not a plain property of the record. */
export type FromMap<F extends Fields, R> = {
  readonly [K in Exclude<keyof F, Plain<F, R>>]: FieldFrom<R, SourceOf<F[K]>>;
} & {
  readonly [K in Plain<F, R>]?: FieldFrom<R, SourceOf<F[K]>>;
};

type FromArguments<F extends Fields, R> =
  Exclude<keyof F, Plain<F, R>> extends never ? [map?: FromMap<F, R>] : [map: FromMap<F, R>];

/** What an author says of a resource. */
export interface ResourceOptions<F extends Fields> {
  readonly description: string;
  readonly fields: F;
}

/** How one head field follows from a record. */
export type Getter =
  | { readonly how: "property" }
  | { readonly how: "function"; readonly get: (record: never) => unknown }
  | { readonly how: "batch"; readonly load: BatchLoad<never, unknown> };

/** Something that the API gives back. */
export interface ResourceDefinition {
  readonly kind: "resource";
  readonly name: string;
  readonly description: string;
  readonly fields: Fields;
  readonly getters: ReadonlyMap<string, Getter>;
  readonly loadMany: LoadMany<never> | undefined;
  /** For a union: which of its resources a record is rendered as. */
  readonly arms: ReadonlyMap<string, ResourceDefinition> | undefined;
  readonly armOf: ((record: never) => string) | undefined;
  readonly origin: Origin;
}

/** A resource whose records are of type `R`. */
export class Resource<R> implements ResourceDefinition {
  declare readonly record: R;
  readonly kind = "resource";
  readonly name: string;
  readonly description: string;
  readonly fields: Fields;
  readonly getters: ReadonlyMap<string, Getter>;
  readonly loadMany: LoadMany<never> | undefined;
  readonly arms: ReadonlyMap<string, ResourceDefinition> | undefined;
  readonly armOf: ((record: never) => string) | undefined;
  readonly origin: Origin;

  constructor(parts: Omit<ResourceDefinition, "kind">) {
    this.name = parts.name;
    this.description = parts.description;
    this.fields = parts.fields;
    this.getters = parts.getters;
    this.loadMany = parts.loadMany;
    this.arms = parts.arms;
    this.armOf = parts.armOf;
    this.origin = parts.origin;
  }

  /** Says how its records are loaded by id, where something refers to it or embeds it. */
  loadedBy(loadMany: LoadMany<R>): Resource<R> {
    return new Resource<R>({ ...this, loadMany });
  }
}

/**
 * Describes a resource once, as it is today. `from` says which records it is rendered from and
 * how, for the fields that are not plain properties of them.
 *
 * @example
 * const charge = resource("charge", {
 *   description: "One attempt to take money.",
 *   fields: { id: t.id("ch").describe("Unique id.") },
 * }).from<ChargeRecord>();
 */
export function resource<const F extends Fields>(
  name: string,
  options: ResourceOptions<F>,
): { from<R extends object>(...args: FromArguments<F, R>): Resource<R> } {
  const origin = captureOrigin(resource);
  return {
    from<R extends object>(...[map]: FromArguments<F, R>): Resource<R> {
      const ways: Readonly<Record<string, FieldFrom<never, unknown>>> = map ?? {};
      const entries = Object.entries(options.fields).map(([field, { info }]): [string, Getter] => [
        field,
        getterOf(Object.hasOwn(ways, field) ? ways[field] : undefined, Boolean(info.kind.sites)),
      ]);
      return new Resource<R>({
        name,
        description: options.description,
        fields: options.fields,
        getters: new Map(entries),
        loadMany: undefined,
        arms: undefined,
        armOf: undefined,
        origin,
      });
    },
  };
}

function getterOf(from: FieldFrom<never, unknown> | undefined, mayHoldRecords: boolean): Getter {
  if (from === undefined) return { how: "property" };
  if (from instanceof Batch) return { how: "batch", load: from.load };
  return { how: "function", get: mayHoldRecords ? remembered(from) : from };
}

// What is loaded for a record is found again by the record itself, so that one which a function
// makes must be the same when it is loaded for and when it is rendered.
function remembered(get: (record: never) => unknown): (record: never) => unknown {
  const known = new WeakMap<object, unknown>();
  return (record: object) => {
    if (!known.has(record)) known.set(record, get(record as never));
    return known.get(record);
  };
}

/**
 * Several resources under one name, each record rendered as the one that `by` names.
 *
 * @example
 * const paymentSource = union("payment_source", {
 *   description: "A way to pay.", arms: { card, bank_account: bankAccount },
 * }).by((record) => record.object);
 */
export function union<const A extends Readonly<Record<string, ResourceDefinition>>>(
  name: string,
  options: { readonly description: string; readonly arms: A },
): { by(armOf: (record: ArmRecord<A>) => keyof A & string): Resource<ArmRecord<A>> } {
  const origin = captureOrigin(union);
  return {
    by: (armOf) =>
      new Resource<ArmRecord<A>>({
        name,
        description: options.description,
        fields: {},
        getters: new Map(),
        loadMany: undefined,
        arms: new Map(Object.entries(options.arms)),
        armOf,
        origin,
      }),
  };
}

type ArmRecord<A> = {
  [K in keyof A]: A[K] extends { readonly record: infer R } ? R : never;
}[keyof A];
