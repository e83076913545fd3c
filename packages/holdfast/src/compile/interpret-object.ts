import type { Expansion, Json, KindCompiler, Render, RenderCall } from "../definition/kind.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { type Access, compileExpr } from "./expr.js";

/** Renders one field; undefined leaves it out. */
export type RenderField = (scope: unknown, call: RenderCall, expand: Expansion | undefined) => Json;

/**
 * Renders an object's fields by closures: where code may not be generated, and as the oracle of
 * the generated code.
 */
export function interpretObject(
  shape: ObjectShape,
  compiler: KindCompiler,
  access: Access,
  nulls: "rendered" | "omitted",
): Render {
  const fields = [...shape.fields.values()].map(
    (field) => [field.name, fieldRenderer(field, compiler, access)] as const,
  );
  const omitNulls = nulls === "omitted";
  return (_value, scope, call, expand) => {
    const object: Record<string, Json> = {};
    for (const [name, render] of fields) {
      const value = render(scope, call, expand);
      if (value === undefined || (value === null && omitNulls)) continue;
      Object.defineProperty(object, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return object;
  };
}

/** The renderer of one field, wherever it stands. */
export function fieldRenderer(
  field: ShapeField,
  compiler: KindCompiler,
  access: Access,
): RenderField {
  const { name, info } = field;
  const read = compileExpr(field.value, access);
  const render = info.kind.renderer?.(compiler);
  const show: RenderField = render
    ? (scope, call, expand) => {
        const value = read(scope, call);
        if (value === null || value === undefined) return value;
        return render(value, scope, call, expand?.[name]);
      }
    : (read as RenderField);
  if (!info.onlyExpanded && info.audience === "everyone") return show;
  const { onlyExpanded } = info;
  const onlySecret = info.audience === "secret";
  return (scope, call, expand) =>
    (onlyExpanded && !expand?.[name]) || (onlySecret && !call.secret)
      ? undefined
      : show(scope, call, expand);
}
