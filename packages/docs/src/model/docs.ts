import type { Json } from "holdfast";
import type { GateNote, Life, SubjectRef } from "./refs.js";

/** Text for people: Markdown in which fields and params have the names of the version. */
export type Prose = string;

/** A value of an enum. */
export interface ValueDoc {
  readonly value: string;
  readonly description: Prose;
  readonly life: Life | undefined;
}

/** One of the shapes that a value may have. */
export interface VariantDoc {
  /** What callers call it: `card`; for a text or an object: `text`, `object`. */
  readonly name: string;
  /** A text or an object: callers have no name for it. */
  readonly unnamed?: true;
  readonly label: string;
  readonly description: Prose;
  /** The resource that it is, if it is one. */
  readonly resource: string | undefined;
  readonly attributes: readonly AttributeDoc[];
}

/** What values look like. */
export interface TypeDoc {
  /** For people: `integer`, `list of objects`, `id of a customer`. */
  readonly label: string;
  /** The resource that values are or stand for, by its name today, and how. */
  readonly resource?: {
    readonly name: string;
    /** How callers know it at this version. */
    readonly called: string;
    readonly how: "embedded" | "id" | "expandable" | "page";
  };
  /** For an enum; empty for everything else. */
  readonly values: readonly ValueDoc[];
  /** Limits in words, one each: `at least 1`, `at most 22 characters`, `starts with ch_`. */
  readonly limits: readonly string[];
  /** The only value that it has. */
  readonly constant?: string | number | boolean | null;
}

/** A param of a method, or a field of a resource, an error or an object. */
export interface AttributeDoc {
  /** What it is at every version, whatever it is called: pages that change version match by it. */
  readonly key: string;
  /** The fragment that leads to it on its page: `source.last4`. */
  readonly anchor: string;
  readonly name: string;
  /** The whole way to it in the caller's names. */
  readonly path: readonly string[];
  readonly type: TypeDoc;
  readonly description: Prose;
  /** For a param: whether it must be sent. For a field: whether it is always there. */
  readonly required: boolean;
  readonly nullable: boolean;
  /** What a param is where it is not sent; undefined where there is no default. */
  readonly default?: Json;
  /** Where a param stands. */
  readonly place?: "path" | "query" | "body" | { readonly header: string };
  /** Never logged and never quoted in an error. */
  readonly sensitive: boolean;
  /** A field that is there only where the caller expands it. */
  readonly onlyExpanded: boolean;
  /** A field that callers with a publishable key do not see. */
  readonly secretOnly: boolean;
  /** What of today's value callers of this version see, where it is converted: a sentence each. */
  readonly conversions: readonly Prose[];
  /** Legacy behaviours that made it what it is at this version. */
  readonly gates: readonly GateNote[];
  readonly life: Life;
  /** What stands in it: members of an object, of a list's items, of a map's values. */
  readonly attributes: readonly AttributeDoc[];
  /** Where it may be one of several shapes. */
  readonly variants: readonly VariantDoc[];
}

/** An error as a version has it. */
export interface ErrorDoc {
  readonly subject: SubjectRef;
  readonly name: string;
  readonly status: number;
  readonly type: string;
  readonly code: string | null;
  readonly description: Prose;
  /** The template of what people read. */
  readonly message: Prose;
  /** The body's members, as they stand on the wire. */
  readonly attributes: readonly AttributeDoc[];
  /** Any method may answer it: it is about keys, versions, or the server. */
  readonly general?: boolean;
  readonly gates: readonly GateNote[];
  readonly life: Life;
}

/** A rule over several params. */
export interface RuleDoc {
  readonly description: Prose;
  readonly error: SubjectRef | undefined;
}

/** A method as a version has it. */
export interface MethodDoc {
  readonly subject: SubjectRef;
  /** How callers know it: `charges.create`. */
  readonly name: string;
  readonly verb: string;
  /** `/v1/charges/{charge}`, its params in the caller's names. */
  readonly path: string;
  readonly description: Prose;
  /** False where the version is too old for it but says so when it is called. */
  readonly exists: boolean;
  readonly keys: readonly ("secret" | "publishable")[];
  readonly status: number;
  readonly params: readonly AttributeDoc[];
  /** Paths that `expand` may name. */
  readonly expandable: readonly string[];
  readonly rules: readonly RuleDoc[];
  readonly returns: TypeDoc;
  /** Where it returns a page: what wraps the items, with the attribute that holds them. */
  readonly envelope?: readonly AttributeDoc[];
  /** Headers that its answers carry. */
  readonly headers: readonly { readonly name: string; readonly description: Prose }[];
  readonly errors: readonly ErrorDoc[];
  /** Whether an `Idempotency-Key` is kept for it. */
  readonly idempotent: boolean;
  /** Legacy behaviours that its logic asks about and that this version has. */
  readonly behaviours: readonly GateNote[];
  readonly gates: readonly GateNote[];
  readonly life: Life;
}

/** A resource as a version has it. */
export interface ResourceDoc {
  readonly subject: SubjectRef;
  /** How callers know it at this version. */
  readonly name: string;
  readonly description: Prose;
  readonly attributes: readonly AttributeDoc[];
  /** For a union, or what was several resources: what a record may be shown as. */
  readonly variants: readonly VariantDoc[];
  /** The methods that return it, or pages of it. */
  readonly methods: readonly SubjectRef[];
  /** The events that are about it. */
  readonly events: readonly SubjectRef[];
  readonly gates: readonly GateNote[];
  readonly life: Life;
}

/** An event as a version has it. */
export interface EventDoc {
  readonly subject: SubjectRef;
  /** Every type under which callers may see it. */
  readonly types: readonly { readonly type: string; readonly when: Prose | undefined }[];
  readonly description: Prose;
  readonly resource: SubjectRef;
  readonly gates: readonly GateNote[];
  readonly life: Life;
}

/** One group of the navigation: a resource and what can be done with it. */
export interface NavigationGroup {
  readonly title: string;
  readonly resource: SubjectRef | undefined;
  readonly methods: readonly {
    readonly subject: SubjectRef;
    readonly name: string;
    readonly verb: string;
  }[];
}
