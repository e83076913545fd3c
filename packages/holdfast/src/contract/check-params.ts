import type { MethodDefinition } from "../definition/method.js";
import { headShape, type ObjectShape, type ShapeField } from "../definition/shape.js";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.js";
import type { MethodShape } from "./contract.js";

/** The top-level param that is every method's own. */
const RESERVED = "expand";

/** What is wrong with the params of a method as they are defined. */
export function checkParams(method: MethodDefinition): Diagnostic[] {
  const { name, params, updates, origin } = method;
  const defaults = updates ? withDefaults(headShape(params, []), "") : [];
  return [
    ...(RESERVED in params ? [reserved(method, "")] : []),
    ...defaults.map((path) =>
      diagnostic("default_on_update", { subject: `${name} ${path}` }, origin.location()),
    ),
  ];
}

/** The params with defaults; those of a list's items belong to what is given whole. */
function withDefaults({ fields, dormant }: ObjectShape, above: string): string[] {
  return [...fields.values(), ...dormant.values()].flatMap(({ name, info }: ShapeField) => {
    const { shape, sharesScope } = info.kind;
    const own = info.default === undefined ? [] : [`${above}${name}`];
    return shape && sharesScope ? [...own, ...withDefaults(shape, `${above}${name}.`)] : own;
  });
}

/** What is wrong with the names of a method's params at a version, each with a key of its own. */
export function checkParamNames(
  { definition, params }: MethodShape,
  version: string,
): [key: string, Diagnostic][] {
  // What the definition itself has is told without a version.
  if (RESERVED in definition.params || !params.fields.has(RESERVED)) return [];
  return [[`${definition.name} ${RESERVED}`, reserved(definition, ` (${version})`)]];
}

function reserved({ name, origin }: MethodDefinition, at: string): Diagnostic {
  const details = { subject: `${name} ${RESERVED}${at}`, name: RESERVED };
  return diagnostic("param_reserved", details, origin.location());
}
