/** A risk rule. Rules belong to the installation: every account sees the same ones. */
export interface RuleRecord {
  readonly id: string;
  readonly action: "block" | "review";
  readonly predicate: string;
}
