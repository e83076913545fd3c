import type { EventMatch, Kind } from "./kind.js";
import * as containers from "./kinds/containers.js";
import { eitherKind } from "./kinds/either.js";
import * as links from "./kinds/links.js";
import { type MapOfLimits, mapOfKind } from "./kinds/map-of.js";
import * as scalars from "./kinds/scalars.js";
import { type Sort, sortKind } from "./kinds/sort.js";
import * as text from "./kinds/text.js";
import * as union from "./kinds/union.js";
import { linkOf } from "./link.js";
import type { Resource } from "./resource.js";
import {
  type AnyType,
  type Fields,
  type ParamsOf,
  type Presence,
  type SourceOf,
  type SourcesOf,
  Type,
  typeOf,
  type ValueOf,
} from "./type.js";

function kindOf(type: AnyType): Kind {
  return type.info.kind;
}

/** The types of fields and params: a closed set. Each needs `.describe(…)`. */
export const t = {
  /** Text. */
  string: (limits: text.StringLimits = {}): Type<string> => typeOf(text.stringKind(limits)),

  /** Text for which the empty string is a value like any other, not a wish to unset. */
  textOrEmpty: (limits: text.StringLimits = {}): Type<string> =>
    typeOf(text.stringKind({ ...limits, takesEmpty: true })),

  /** A whole number of at most 2^53 − 1 either way. */
  integer: (limits: scalars.NumberLimits = {}): Type<number> =>
    typeOf(scalars.integerKind({ ...limits })),

  /** A number that may have a fraction. */
  number: (limits: scalars.NumberLimits = {}): Type<number> =>
    typeOf(scalars.numberKind({ ...limits })),

  /** True or false. */
  boolean: (): Type<boolean> => typeOf(scalars.booleanKind),

  /**
   * One of some values, each with its meaning. `unknownAs` is shown for a value of a record that
   * is none of them, such as one that a newer process wrote.
   */
  enum: <const V extends Readonly<Record<string, string>>>(
    values: V,
    { unknownAs }: { readonly unknownAs?: keyof V & string } = {},
  ): Type<keyof V & string> => typeOf(text.enumKind(values, unknownAs)),

  /** Seconds since 1970-01-01T00:00:00Z. */
  timestamp: (): Type<number> => typeOf(scalars.integerKind({}, "timestamp")),

  /** An id that starts with `prefix` and an underscore. */
  id: (prefix: string): Type<string> => typeOf(text.idKind(prefix)),

  /** One value only; a record need not hold it. */
  literal: <const V extends string | number | boolean | null>(value: V): Type<V, unknown> =>
    typeOf(scalars.literalKind(value)),

  /** An object within the object. */
  object: <const F extends Fields>(fields: F): Type<ParamsOf<F>, SourcesOf<F>> =>
    typeOf(containers.objectKind(fields)),

  /** Several of the same type, in order. */
  list: <V, S>(
    item: Type<V, S, Presence>,
    limits: { readonly maxItems?: number } = {},
  ): Type<readonly V[], readonly S[]> => typeOf(containers.listKind(kindOf(item), limits)),

  /** Texts under keys that the caller chooses, such as metadata. */
  map: (limits: containers.MapLimits = {}): Type<Readonly<Record<string, string>>> =>
    typeOf(containers.mapKind(limits)),

  /** Values of one type under keys that the caller chooses. Changes reach into it as into a list. */
  mapOf: <V, S>(
    item: Type<V, S, Presence>,
    limits: MapOfLimits = {},
  ): Type<Readonly<Record<string, V>>, Readonly<Record<string, S>>> =>
    typeOf(mapOfKind(kindOf(item), limits)),

  /** A text, or a hash. */
  either: <T extends AnyType, O extends AnyType>(
    textual: T,
    hash: O,
  ): Type<ValueOf<T> | ValueOf<O>, SourceOf<T> | SourceOf<O>> =>
    typeOf(eitherKind(kindOf(textual), kindOf(hash))),

  /** A hash whose field `by` says which of the arms it is. An arm may be marked `.until(gate)`. */
  union: <const A extends Readonly<Record<string, AnyType>>>(
    by: string,
    arms: A,
  ): Type<ValueOf<A[keyof A]>, SourceOf<A[keyof A]>> =>
    typeOf(
      union.unionKind(
        by,
        Object.fromEntries(
          Object.entries(arms).map(([name, arm]) => [
            name,
            { kind: kindOf(arm), until: arm.info.until },
          ]),
        ),
      ),
    ),

  /**
   * A resource that stands inside this one; the record holds its record. `untilHere` names fields
   * that at this place only versions with a gate show.
   */
  resource: <R>(
    resource: Resource<R>,
    untilHere?: Readonly<Record<string, string>>,
  ): Type<never, R> => typeOf(links.embeddedKind(resource.name, untilHere)),

  /** A resource that stands inside this one; the record holds its id. */
  loaded: <R>(resource: string): Type<never, string> & { readonly refersTo?: R } =>
    typeOf(links.loadedKind(resource)),

  /** An id that `expand` turns into the object. By name, so that references may be mutual. */
  ref: <R>(resource: string): Type<string, string> & { readonly refersTo?: R } =>
    typeOf(links.refKind(resource)),

  /**
   * The first page of a list that belongs to this resource. `readAt` names the methods that a page's
   * `url` may be the route of; without any, it is a text.
   *
   * @example
   * refunds: t.page(refund, ["charges.refunds.list"]).describe("What was given back.")
   */
  page: <R, const M extends string = never>(
    item: Resource<R>,
    readAt: readonly M[] = [],
  ): Type<never, links.PageSource<R, M>> =>
    typeOf(links.pageKind(links.embeddedKind(item.name), undefined, readAt)),

  /** The items of a page: stands once, in the API's list envelope. */
  pageItems: (): Type<never, readonly unknown[]> => typeOf(links.pageItemsKind),

  /** The path at which a method answers, in the caller's version. */
  url: (method: string): Type<never, Readonly<Record<string, string>>> =>
    typeOf(links.urlKind(method)),

  /** Where a list is read: stands in the API's list envelope. */
  listUrl: (): Type<never, string | links.MethodUrl> => typeOf(links.listUrlKind),

  /** The object of an event with what changed about it. */
  eventData: (): Type<never, links.EventDataSource> => typeOf(links.eventDataKind),

  /** The type of an event; as a param, a filter that may end in `.*`. */
  eventType: (): Type<readonly EventMatch[], links.EventTypeSource> => typeOf(links.eventTypeKind),

  /**
   * A field of a resource that a list is ordered by, `-created` for the other way round, in the
   * caller's names; `execute` receives it in head's.
   */
  sort: <const N extends string>(resource: string, names: readonly N[]): Type<Sort<N>> =>
    typeOf(sortKind(resource, names)),

  /**
   * The same type, limits and words as a field. A change of the field's values, limits or enum
   * changes the param with it, and a change of its name too where the param has that name. What a
   * gate says of the param itself goes first; presence and defaults are the param's own.
   *
   * @example
   * const status = t.enum({ won: "Won.", lost: "Lost." }).describe("How it ended.");
   * // among a resource's fields: status; among a list method's params:
   * status: t.same(status).optional()
   */
  same: <V, S, P extends Presence>(field: Type<V, S, P>): Type<V, S, P> =>
    new Type<V, S, P>({ ...field.info, same: field.info.same ?? linkOf(field.info) }),

  /** A text that a parser reads; `label` says how, in the docs. It gives undefined to refuse. */
  custom: <V>(label: string, parse: (value: string) => V | undefined): Type<V> =>
    typeOf(text.customKind(label, parse)),
};
