import type { WireValue } from "../http/message.js";
import type { JsonSchema, SchemaScope } from "./json-schema.js";
import type { Path } from "./path.js";
import type { Reader } from "./reader.js";
import type { Sampler } from "./sampler.js";
import type { ObjectShape } from "./shape.js";

/** What an answer's value becomes on the wire. */
export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | { readonly [key: string]: Json };

/** The paths that a caller asked to expand, as a tree. */
export interface Expansion {
  readonly [name: string]: Expansion;
}

/** The links between an answer and what was loaded for it, while it is rendered. */
export interface RenderCall {
  /** The record that a reference stands for, once loaded. */
  loaded(resource: string, id: string): unknown;
  /** What a field's batch loader gave for a record. */
  batched(resource: string, field: string, record: unknown): unknown;
  /** Whether the caller's key is secret; publishable callers do not see everything. */
  readonly secret: boolean;
}

/** Renders a value that stands in a scope (a record, or an item of a list). */
export type Render = (
  value: unknown,
  scope: unknown,
  call: RenderCall,
  expand: Expansion | undefined,
) => Json;

/** Reads a value of a request. Throws a typed error about the first thing that is wrong. */
export type Read = (input: WireValue, at: Reader) => unknown;

/** A value below a record that something must be loaded for. */
export interface Site {
  readonly resource: string;
  /** Whether the values are ids to load, or records that are there. */
  readonly holds: "ids" | "records";
  readonly expand: Expansion | undefined;
  collect(record: unknown, call: RenderCall, into: unknown[]): void;
}

/** A value below a record, as a function of the record. */
export type Reach = (record: unknown, call: RenderCall, each: (value: unknown) => void) => void;

/** What a field of a record must be, in head's names and values. */
export interface FieldCondition {
  /** The way to the field: `object`, `source.type`. */
  readonly field: string;
  readonly in: readonly unknown[];
}

/** A type of event and, where the name hangs on the object, which objects: all conditions hold. */
export interface EventMatch {
  /** The event's type as it is today. */
  readonly type: string;
  readonly where?: readonly FieldCondition[];
}

/** The names of events at one contract. */
export interface EventNames {
  /** What an event about `object` is called; null where it is not sent. */
  nameOf(type: string, object: unknown): string | null;
  /** The events that a caller's filter means; it may end in `.*`. */
  matching(filter: string): readonly EventMatch[];
  /** All events of the contract, where head has some that it does not. */
  readonly visible: readonly EventMatch[] | undefined;
}

/** What wraps a page. */
export interface ListEnvelope {
  readonly resource: string;
  /** What it calls the items, where it shows them. */
  readonly items: string | undefined;
}

/** What a kind may ask of the compiler while its renderer, reader or sites are made. */
export interface KindCompiler {
  /** The compiler for what stands in a scope of its own: an item of a list, a nested hash. */
  scoped(): KindCompiler;
  readonly eventNames: EventNames;
  /** Renders an object of this shape from its scope. */
  object(shape: ObjectShape): Render;
  /** Renders a record of the named resource at this contract. */
  resource(name: string): Render;
  /** Renders a page of items as the contract writes lists at a place. */
  page(item: Kind, place: string | undefined): Render;
  /** How the contract writes pages of items at a place; null where they are bare arrays. */
  listAt(item: Kind, place: string | undefined): ListEnvelope | null;
  /** Renders the items of the page that is being compiled. */
  pageItems(): Render;
  /** Reads an object of this shape into a scope of its own. */
  readObject(shape: ObjectShape): Read;
  /** The sites within an object of this shape, from a scope. */
  objectSites(shape: ObjectShape, reach: Reach, expand: Expansion | undefined): Site[];
  /** Reads a head field of a resource's records. */
  headField(resource: string, field: string): (record: unknown, call: RenderCall) => unknown;
  /** How this contract calls fields of a resource: its names with head's. */
  namesOf(resource: string, head: readonly string[]): ReadonlyMap<string, string>;
  /** The route of a method at this contract, its params in head's names. */
  route(method: string): string;
  /** Renders an event's object and what changed about it. */
  eventData(): Render;
  /** The resources that events of this API are about. */
  eventResources(): readonly string[];
}

/** One of the shapes that a union's value may have. */
export interface UnionArm {
  /** What today's records and params call it. */
  readonly head: string;
  /** What callers call it; null where they do not know it. */
  readonly called: string | null;
  /** The gate that still shows it; the newest version does not. The same object at every version. */
  readonly until?: { readonly gate: string };
  readonly kind: Kind;
}

/**
 * One kind of field type. Each kind declares its own answers; nothing outside branches on which
 * kind it is.
 */
export interface Kind {
  readonly name: string;
  /** How the docs call it: `integer`, `list of cards`. */
  readonly label: string;
  /** The values of an enum with their meanings. */
  readonly values?: Readonly<Record<string, string>>;
  /** The value of an enum that is shown for those that it does not know. */
  readonly unknownAs?: string;
  /** Limits that the docs show and that changes can lift. */
  readonly limits?: Readonly<Record<string, number | string>>;
  /** True where an empty string is a value of this kind, and not a wish to unset. */
  readonly takesEmpty?: boolean;
  /** True where callers choose the keys of what they send: a map. */
  readonly takesOwnKeys?: boolean;
  /** The object below it whose fields changes can address. */
  readonly shape?: ObjectShape;
  /** True where the object below shares its scope: a plain nested object. */
  readonly sharesScope?: boolean;
  /** The kinds that its values are of, or are made of: a list's items, a union's arms. */
  readonly parts?: readonly Kind[];
  /** For a union, or what holds one: the arms, and the head field that tells which one it is. */
  readonly arms?: readonly UnionArm[];
  readonly discriminator?: string;
  /** Whether callers know what a value of head is. */
  knows?(value: unknown): boolean;
  /** True where a value that callers do not know is left out of those that it stands among. */
  readonly leavesOut?: boolean;
  /** The resource that it embeds or refers to. */
  readonly resource?: string;
  /** True where the value is the id of that resource, whose record may have to be loaded. */
  readonly byId?: boolean;
  /** The place of a list, by which changes can tell it from others. */
  readonly place?: string;
  /** A copy that stands at a place. */
  withPlace?(place: string): Kind;
  /** True where it stands in the envelope of lists and holds their items. */
  readonly holdsItems?: boolean;
  /** For what a list is ordered by: the fields that it may be, in head's names. */
  readonly sortsBy?: readonly string[];
  /** The resource whose fields those are. */
  readonly sortsIn?: string;
  /** The methods that it refers to. */
  readonly methods?: readonly string[];
  /** The only value that it has, which no record need hold. */
  readonly constant?: { readonly value: unknown };
  /** Fields of the embedded resource that at this place are there only until a gate. */
  readonly untilHere?: Readonly<Record<string, string>>;
  /** A copy whose inner fields know their path in the scope. */
  bind?(path: Path): Kind;
  /** A copy whose inner object is a scope of its own: its fields are read from its value. */
  detached?(): Kind;
  /** A copy with another inner object. */
  withShape?(shape: ObjectShape): Kind;
  /** A copy with other arms. */
  withArms?(arms: readonly UnionArm[]): Kind;
  /** A copy with other limits. */
  withLimits?(limits: Readonly<Record<string, number | string | undefined>>): Kind;
  /** A copy that embeds or refers to another resource. */
  withResource?(resource: string): Kind;
  /** What callers send for what is said in head's words. Absent: the same. */
  sent?(compiler: KindCompiler): (value: unknown) => Json;
  /** How values of requests are read. Absent: it cannot be a param. */
  reader?(compiler: KindCompiler): Read;
  /**
   * What a list is filtered by where its caller does not filter by any param of this kind: less
   * than all, where head has what the contract has not. Absent or undefined: nothing.
   */
  unsaid?(compiler: KindCompiler): unknown;
  /**
   * Tells the values that the contract has no name for: a record that shows one is not there for
   * its callers. Absent or undefined: it has one for all.
   */
  hides?(compiler: KindCompiler): ((value: unknown) => boolean) | undefined;
  /** How values are rendered. Absent: as they are. */
  renderer?(compiler: KindCompiler): Render;
  /** What must be loaded before it can be rendered. Absent: nothing. */
  sites?(compiler: KindCompiler, reach: Reach, expand: Expansion | undefined): Site[];
  /** What its values look like on the wire. */
  schema?(scope: SchemaScope): JsonSchema;
  /** What `execute` receives for it, where that is not what was on the wire. */
  taken?: JsonSchema;
  /** Makes up a value, as a record holds it or as a caller sends it. */
  sample?(sampler: Sampler): unknown;
  /** True where naming it in `expand` changes the answer. */
  readonly expandable?: boolean;
  /** Names below it that an `expand` path may go on with, resolved by the compiler. */
  readonly expandsInto?: "shape" | "resource" | "page";
}
