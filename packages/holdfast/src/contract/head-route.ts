import { mapParams } from "../definition/route-params.js";
import type { MethodShape } from "./contract.js";

/** A method's path with the names that its `{params}` have in head. */
export function headRoute({ path, params }: MethodShape): string {
  return mapParams(path, (name) => {
    const target = params.fields.get(name)?.target;
    return target ? `{${target.join(".")}}` : `{${name}}`;
  });
}
