import type { Api } from "holdfast";
import { Failure } from "./errors.js";
import { didYouMean } from "./suggest.js";

/**
 * Checks that each permission allows something: a method's name, or the start of some and "*".
 * @throws Failure "permission_unknown", which names the nearest
 */
export function checkPermissions(
  { definitions }: Pick<Api, "definitions">,
  permissions: readonly string[],
): void {
  const methods = definitions.methods.map(({ name }) => name);
  for (const permission of permissions) {
    const start = permission.endsWith("*") ? permission.slice(0, -1) : undefined;
    if (
      methods.some((name) => (start === undefined ? name === permission : name.startsWith(start)))
    )
      continue;
    const groups = methods.map((name) => `${name.slice(0, name.lastIndexOf(".") + 1)}*`);
    const near = didYouMean(permission, start === undefined ? methods : new Set(groups));
    throw new Failure("permission_unknown", `There is no method ${permission}.${near}`);
  }
}
