import type { SentParams } from "holdfast/testing";
import type { api } from "../app.js";

type Contract = NonNullable<ReturnType<typeof api.timeline.at>>;
type ParamShape = NonNullable<ReturnType<Contract["methods"]["get"]>>["params"];

/** Today's params in a contract's names; what the contract does not take is left out. */
export function paramsAt(contract: Contract, method: string, params: SentParams): SentParams {
  const shape = contract.methods.get(method)?.params;
  if (!shape) throw new Error(`there is no method ${method}`);
  return inNamesOf(shape, params, []);
}

function inNamesOf(shape: ParamShape, params: SentParams, parent: readonly string[]): SentParams {
  const fields = [...shape.fields.values()];
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const path = [...parent, name].join(".");
      const field = fields.find(({ target }) => target.join(".") === path);
      if (!field) return [];
      const inner = field.info.kind.shape;
      // Hashes in lists, and those that may be texts, have scopes of their own.
      const below = field.info.kind.sharesScope ? [...parent, name] : [];
      const hash = typeof value === "object" && value !== null && !Array.isArray(value);
      return [[field.name, inner && hash ? inNamesOf(inner, value as SentParams, below) : value]];
    }),
  );
}
