import type { DraftContract } from "../contract/draft-contract.js";
import type { Owner } from "../contract/owner.js";
import type { UnionArm } from "../definition/kind.js";
import type { Origin } from "../definition/location.js";
import type { Path } from "../definition/path.js";
import type { ShapeField } from "../definition/shape.js";
import type { DiagnosticId } from "../diagnostics/catalogue.js";

/** What a change does to a draft, once all changes of its version have found what they address. */
export interface Edits {
  /** Changes what was found. */
  readonly edit?: () => void;
  /** Puts things where they belong, by the names of the version before. */
  readonly place?: () => void;
  /** Looks at what has come of it, and says what follows from that. */
  readonly check?: () => void;
}

/** What a definition marks `until` a gate. */
export type Restored = ShapeField | NonNullable<UnionArm["until"]>;

/** A change while it is applied. */
export interface ChangeScope {
  readonly draft: DraftContract;
  readonly gate: string;
  /** Later gates whose work this one builds on. */
  readonly dependencies: Set<string>;
  /** Fields of the definitions, and arms of unions, that the changes so far brought back. */
  readonly restored: Set<Restored>;
  /**
   * Says that the change sets `aspect` of something. Throws a ChangeProblem where another change of
   * the version sets it too; one that `yields` also where another one will.
   */
  claim(what: unknown, aspect: string, yields?: boolean): void;
  /** Says that the change is about a method's params: it builds on what makes the method be there. */
  about(method: string): void;
}

/**
 * One typed statement about the wire. It is said in the direction in which it happened and applied
 * backwards: from the contract of its version to the contract of the version before.
 */
export interface Change {
  readonly kind: string;
  /** What it is about, as diagnostics and docs call it: `charge.card`. */
  readonly subject: string;
  readonly origin: Origin;
  /** The field or param that it is about, by the names of the version before. */
  readonly about?: { readonly owner: Owner; readonly path: Path };
  /** Finds what it addresses by the newer names. Throws a ChangeProblem where it cannot. */
  resolve(scope: ChangeScope): Edits;
}

/** A change that cannot be applied. */
export class ChangeProblem extends Error {
  readonly id: DiagnosticId;
  readonly details: Readonly<Record<string, string>>;
  constructor(id: DiagnosticId, details: Readonly<Record<string, string>>) {
    super(id);
    this.id = id;
    this.details = details;
  }
}

/** Refuses a change that does not fit what it addresses. */
export function unfit(reason: string): never {
  throw new ChangeProblem("change_unfit", { reason });
}
