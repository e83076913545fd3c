import { CompiledContract } from "../compile/compiled-contract.js";
import type { Contract } from "../contract/contract.js";
import { showPath } from "../definition/path.js";
import type { Raised } from "../definition/raised.js";
import { Reader } from "../definition/reader.js";
import type { WireObject } from "../http/message.js";
import type { FlooredApi } from "./folder.js";

/** What becomes of params that are sent to a method. */
export type Tried =
  | { readonly head: Readonly<Record<string, unknown>> }
  | { readonly refused: string };

/**
 * Reads params as a contract has them, with the readers that serve requests. `method` is its name
 * at the contract.
 */
export function tryRequest(
  { definitions }: FlooredApi,
  contract: Contract,
  method: string,
  params: Readonly<Record<string, unknown>>,
): Tried {
  const found = [...contract.methods.values()].find((one) => one.exists && one.name === method);
  if (!found) return { refused: `there is no ${method}` };
  const compiled = new CompiledContract(contract, definitions.lists.name, true);
  const at = Reader.top({ isText: () => false, help: () => "" });
  const head: Record<string, unknown> = {};
  try {
    compiled.reader(found)(params as WireObject, at, head);
    return { head };
  } catch (problem) {
    // By name: an app may have a copy of the framework of its own.
    if (!(problem instanceof Error) || problem.name !== "Raised") throw problem;
    const { definition, param } = problem as Raised;
    return { refused: param ? `${definition.name} of ${showPath(param)}` : definition.name };
  }
}
