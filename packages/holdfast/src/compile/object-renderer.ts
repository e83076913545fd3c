import type { Expansion, Json, KindCompiler, Render, RenderCall } from "../definition/kind.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { type Access, compileExpr } from "./expr.js";

/** Renders one field; undefined leaves it out. */
type RenderField = (scope: unknown, call: RenderCall, expand: Expansion | undefined) => Json;

/** Makes the renderer of an object's fields, in their order. */
export function compileObject(
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
      object[name] = value;
    }
    return object;
  };
}

function fieldRenderer(field: ShapeField, compiler: KindCompiler, access: Access): RenderField {
  const { name, info } = field;
  const read = compileExpr(field.value, access);
  const render = info.kind.renderer?.(compiler);
  const show: RenderField = render
    ? (scope, call, expand) => {
        const value = read(scope, call);
        if (value === null || value === undefined) {
          return info.kind.name === "literal"
            ? render(value, scope, call, undefined)
            : (value as Json);
        }
        return render(value, scope, call, expand?.[name]);
      }
    : (read as RenderField);
  if (info.onlyExpanded) {
    return (scope, call, expand) => (expand?.[name] ? show(scope, call, expand) : undefined);
  }
  if (info.audience === "secret") {
    return (scope, call, expand) => (call.secret ? show(scope, call, expand) : undefined);
  }
  return show;
}
