import type { RuleRecord } from "../records/index.js";

const RULES: readonly RuleRecord[] = [
  {
    id: "rule_block_highest_risk",
    action: "block",
    predicate: "Block if :risk_level: = 'highest'",
  },
  {
    id: "rule_review_elevated_risk",
    action: "review",
    predicate: "Review if :risk_level: = 'elevated'",
  },
];

/** The risk rules of the given ids. They are the same for every account, so nothing is read. */
export function rulesByIds(ids: readonly string[]): ReadonlyMap<string, RuleRecord> {
  return new Map(RULES.filter((rule) => ids.includes(rule.id)).map((rule) => [rule.id, rule]));
}
