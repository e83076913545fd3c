import { CompiledContract } from "../compile/compiled-contract.js";
import type { Contract, MethodShape } from "../contract/contract.js";
import { showPath } from "../definition/path.js";
import type { Raised } from "../definition/raised.js";
import { Reader } from "../definition/reader.js";
import type { WireObject } from "../http/message.js";
import { brokenRule } from "../proof/broken-rule.js";
import type { FlooredApi } from "./folder.js";

/** What becomes of params that are sent to a method. */
export type Tried =
  | { readonly head: Readonly<Record<string, unknown>> }
  | { readonly refused: string };

/** Rules over several params that are looked at, beside what every param must be. */
export type Rules = "none" | "groups" | readonly string[];

/**
 * Reads params as a contract has them, with the readers that serve requests. `method` is its name
 * at the contract; of its rules over several params, only those that are named are looked at.
 */
export function tryRequest(
  { definitions }: FlooredApi,
  contract: Contract,
  method: string,
  params: Readonly<Record<string, unknown>>,
  rules: Rules = "none",
): Tried {
  const found = [...contract.methods.values()].find((one) => one.exists && one.name === method);
  if (!found) return { refused: `there is no ${method}` };
  const compiled = new CompiledContract(contract, definitions.lists.name, true);
  const at = Reader.top({ isText: () => false, help: () => "" });
  const head: Record<string, unknown> = {};
  try {
    compiled.reader(found)(params as WireObject, at, head);
    const refused = broken(found, head, rules);
    return refused === undefined ? { head } : { refused };
  } catch (problem) {
    // By name: an app may have a copy of the framework of its own.
    if (!(problem instanceof Error) || problem.name !== "Raised") throw problem;
    const { definition, param } = problem as Raised;
    return { refused: param ? `${definition.name} of ${showPath(param)}` : definition.name };
  }
}

/** What a rule of those that are looked at says against head's params. */
function broken(method: MethodShape, head: object, rules: Rules): string | undefined {
  if (rules === "none") return undefined;
  const { checks } = method.definition;
  if (rules === "groups") {
    return brokenRule({ ...method, definition: { ...method.definition, checks: {} } }, { ...head });
  }
  const name = rules.find((rule) => checks[rule] && checks[rule].test(head as never) !== true);
  return name === undefined ? undefined : `check ${name}`;
}
