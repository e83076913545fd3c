export { groupsMade, type ParamGroup } from "../definition/checks.js";
export { evaluate } from "../definition/evaluate.js";
export { headPathsOf } from "../definition/expr.js";
export type { JsonSchema, SchemaScope } from "../definition/json-schema.js";
export { schemaOf } from "../definition/json-schema.js";
export type { UnionArm } from "../definition/kind.js";
export type { Path } from "../definition/path.js";
export { mapParams, namelessRoute, routeParams } from "../definition/route-params.js";
export type {
  ConversionStep,
  Expr,
  Loss,
  ObjectShape,
  ParamPart,
  ShapeField,
} from "../definition/shape.js";
export type { FieldInfo } from "../definition/type.js";
export { readView } from "../definition/view.js";
export { armsOfUnion } from "./arms.js";
export type {
  Contract,
  ErrorShape,
  HeaderShape,
  MethodShape,
  Outcome,
  ResourceShape,
  WirePolicy,
} from "./contract.js";
export type { Definitions } from "./definitions.js";
export { errorAtMethod } from "./draft-errors.js";
export { type EventName, type EventShape, typesOfEvent } from "./event-shape.js";
export { type Form, shapesOf } from "./forms.js";
export { envelopeOf, itemsName, type ListPlace, type ListStyles } from "./list-styles.js";
export { namesOfFields } from "./names-of.js";
export { sendsBody } from "./sends-body.js";
export { type Asked, isAlwaysThere, mayBeNull, shownFields } from "./shown-fields.js";
export { meaningOf, replaceTokens, type TokenMeaning, tokensIn } from "./tokens.js";
