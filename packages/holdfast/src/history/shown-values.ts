import type { DraftField, DraftObject } from "../contract/draft.js";
import type { Path } from "../definition/path.js";

/** A field by its path as this version has it; undefined where there is none in the same record. */
export function fieldWithin(root: DraftObject, path: Path): DraftField | undefined {
  let field: DraftField | undefined;
  let object: DraftObject | undefined = root;
  for (const name of path) {
    field = object?.top === root.top ? object.find(name) : undefined;
    object = field?.inner;
  }
  return field;
}

/** The values that a field may show, as texts, where its type says them. */
export function shownValues({ kind }: DraftField): readonly string[] {
  if (kind.constant) return [String(kind.constant.value)];
  if (kind.name === "boolean") return ["true", "false"];
  return Object.keys(kind.values ?? {});
}
