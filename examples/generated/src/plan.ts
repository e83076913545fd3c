/** What a field of a made-up API is. */
export type Tag =
  | "text"
  | "count"
  | "flag"
  | "enum"
  | "time"
  | "map"
  | "reference"
  | "embedded"
  | "object"
  | "list"
  | "page";

/** A field or param, as the definition will have it. */
export interface FieldPlan {
  readonly name: string;
  readonly tag: Tag;
  /** The values of an enum. */
  readonly values?: readonly string[];
  /** The fields of an object, or of a list's items. */
  readonly members?: FieldPlan[];
  /** The resource that it embeds or refers to. */
  readonly resource?: string;
  /** The gate that still shows it. */
  readonly until?: string;
  /** Whether it must be given; of params only. */
  required?: boolean;
  onlyExpanded?: boolean;
  /** A limit that came later; of params only. */
  limit?: number;
  default?: string;
}

/** A resource, as its definition will be. */
export interface ResourcePlan {
  readonly name: string;
  readonly prefix: string;
  readonly fields: FieldPlan[];
}

/** A method, as its definition will be. */
export interface MethodPlan {
  readonly name: string;
  readonly route: string;
  readonly resource: ResourcePlan;
  readonly action: Action;
  readonly params: FieldPlan[];
  until?: string;
  /** Named checks over its params. */
  readonly checks: CheckPlan[];
  readonly asks: string[];
}

/** A named check. */
export interface CheckPlan {
  readonly name: string;
  readonly until?: string;
}

/** What methods do with a resource. */
export type Action = "create" | "retrieve" | "update" | "list" | "cancel";

/** An error or event, as its definition will be. */
export interface NamedPlan {
  readonly name: string;
  readonly resource: ResourcePlan;
}

/** A whole API before its definitions are made. */
export interface ApiPlan {
  readonly resources: readonly ResourcePlan[];
  readonly methods: readonly MethodPlan[];
  readonly errors: readonly NamedPlan[];
  readonly events: readonly NamedPlan[];
}
