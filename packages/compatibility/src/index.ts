export * from "./floors/index.js";
export { type DiffOptions, diffOpenApi } from "./openapi/compare-documents.js";
export { LoadError } from "./openapi/load.js";
export type { Finding, Report } from "./report/finding.js";
export {
  type Change,
  type Direction,
  type Effect,
  type Policy,
  policies,
  type Severity,
  type Surface,
  severityOf,
} from "./report/severity.js";
export {
  type CompareOptions,
  type Comparison,
  compareSchemas,
  type Relation,
} from "./schema/compare.js";
export type { Difference } from "./schema/difference.js";
export type { Json, JsonObject } from "./schema/json.js";
export type { Proof, Witness } from "./schema/proof.js";
export { type Dialect, type Mode, SchemaError } from "./schema/source.js";
