import { frozen } from "./frozen.js";
import type { Kind } from "./kind.js";

/** Whether a param may be left out. */
export type Presence = "required" | "optional";

/** Who sees a field: everybody, or only callers with a secret key. */
export type Audience = "everyone" | "secret";

/** All that is known of a field or param but its name. Plain, frozen data. */
export interface FieldInfo {
  readonly kind: Kind;
  readonly description: string | undefined;
  readonly nullable: boolean;
  readonly optional: boolean;
  readonly default: unknown;
  /** The gate that still shows it; the newest version does not. */
  readonly until: string | undefined;
  /** Needed by conversions, seen by nobody. */
  readonly internal: boolean;
  /** Never logged and never in an error. */
  readonly sensitive: boolean;
  /** Left out of an answer unless the caller expands it. */
  readonly onlyExpanded: boolean;
  readonly audience: Audience;
  /** Served and taken, but not listed. */
  readonly undocumented: boolean;
  /** What it is `t.same` as: the number of what was said of that. */
  readonly same: number | undefined;
  /** For a param that stands in a header and not in the query or the body: the header's name. */
  readonly header: string | undefined;
}

declare const VALUE: unique symbol;
declare const SOURCE: unique symbol;
declare const PRESENCE: unique symbol;

/**
 * The type of a field or param. Immutable: each modifier returns a new one.
 *
 * @typeParam V what `execute` receives, where it is a param
 * @typeParam S what the renderer takes from a record, where it is a field
 * @typeParam P whether a param may be left out
 */
export class Type<out V, out S = V, out P extends Presence = "required"> {
  declare readonly [VALUE]: V;
  declare readonly [SOURCE]: S;
  declare readonly [PRESENCE]: P;
  readonly info: FieldInfo;

  constructor(info: FieldInfo) {
    this.info = Object.freeze(info);
  }

  /** Says what it is, for the people who integrate. Without it the API does not boot. */
  describe(description: string): Type<V, S, P> {
    return new Type({ ...this.info, description });
  }

  /** It may be null. A param that is null was given and means "unset". */
  nullable(): Type<V | null, S | null, P> {
    return new Type({ ...this.info, nullable: true });
  }

  /** A param that may be left out, or a field that a record may lack. */
  optional(): Type<V, S | undefined, "optional"> {
    return new Type({ ...this.info, optional: true });
  }

  /** A param that may be left out, and what it then is. */
  default(value: V): Type<V, S, "required"> {
    return new Type({ ...this.info, default: frozen(value) });
  }

  /** Only versions that have `gate` still show or take it. */
  until(gate: string): Type<V, S, P> {
    return new Type({ ...this.info, until: gate });
  }

  /** Nobody sees it; conversions may read it. */
  internal(): Type<V, S, P> {
    return new Type({ ...this.info, internal: true });
  }

  /** It is never logged and never quoted in an error. */
  sensitive(): Type<V, S, P> {
    return new Type({ ...this.info, sensitive: true });
  }

  /** A field that is left out of an answer unless the caller asks for it in `expand`. */
  onlyExpanded(): Type<V, S, P> {
    return new Type({ ...this.info, onlyExpanded: true });
  }

  /** A field that callers with a publishable key do not see. */
  secretOnly(): Type<V, S, P> {
    return new Type({ ...this.info, audience: "secret" });
  }

  /** A param that callers send as a header; `name` is the header's. Text, a number or a boolean. */
  inHeader(name: string): Type<V, S, P> {
    return new Type({ ...this.info, header: name });
  }

  /** It is served and taken, but no longer listed. */
  undocumented(): Type<V, S, P> {
    return new Type({ ...this.info, undocumented: true });
  }
}

/** A type with nothing said about it yet but its kind. */
export function typeOf<V, S = V>(kind: Kind): Type<V, S> {
  return new Type({
    kind,
    description: undefined,
    nullable: false,
    optional: false,
    default: undefined,
    until: undefined,
    internal: false,
    sensitive: false,
    onlyExpanded: false,
    audience: "everyone",
    undocumented: false,
    header: undefined,
    same: undefined,
  });
}

/** Any type at all, where only its info matters. */
export type AnyType = Type<unknown, unknown, Presence>;

/** Named types, as the author of a resource or method gives them. */
export type Fields = Readonly<Record<string, AnyType>>;

/** What `execute` receives for a param of this type. */
export type ValueOf<T> = T extends Type<infer V, unknown, Presence> ? V : never;

/** What a record must hold, or `from` must compute, for a field of this type. */
export type SourceOf<T> = T extends Type<unknown, infer S, Presence> ? S : never;

type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends Type<unknown, unknown, infer P>
    ? "required" extends P
      ? never
      : K
    : never;
}[keyof F];

type Flat<T> = { [K in keyof T]: T[K] };

/** The params of a method, as `execute` receives them. */
export type ParamsOf<F extends Fields> = Flat<
  { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: ValueOf<F[K]> } & {
    readonly [K in OptionalKeys<F>]?: ValueOf<F[K]>;
  }
>;

type UndefinedKeys<F extends Fields> = {
  [K in keyof F]: undefined extends SourceOf<F[K]> ? K : never;
}[keyof F];

/** What an object field takes from a record: its members' sources, by name. */
export type SourcesOf<F extends Fields> = Flat<
  { readonly [K in Exclude<keyof F, UndefinedKeys<F>>]: SourceOf<F[K]> } & {
    readonly [K in UndefinedKeys<F>]?: SourceOf<F[K]>;
  }
>;
