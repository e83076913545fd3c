import type { MethodShape } from "./contract.js";

/** A method's path with the names that its `{params}` have in head. */
export function headRoute({ path, params }: MethodShape): string {
  return path.replace(/\{(\w+)\}/g, (all, name: string) => {
    const target = params.fields.get(name)?.target;
    return target ? `{${target.join(".")}}` : all;
  });
}
