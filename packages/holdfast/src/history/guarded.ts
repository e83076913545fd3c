import type { FieldInfo } from "../definition/type.js";

/**
 * What older versions have of fields is as sensitive as each of them was, and hidden from whom one
 * of them is hidden.
 */
export function guarded(
  was: FieldInfo,
  of: readonly { readonly info: Pick<FieldInfo, "sensitive" | "audience"> }[],
): FieldInfo {
  return {
    ...was,
    sensitive: was.sensitive || of.some(({ info }) => info.sensitive),
    audience: of.some(({ info }) => info.audience === "secret") ? "secret" : was.audience,
  };
}
