export { diffFloors } from "./floors/diff-floors.js";
export * from "./floors/index.js";
export { readFloor, servedFloor } from "./floors/read-floor.js";
export { type DiffOptions, diffOpenApi } from "./openapi/compare-documents.js";
export { LoadError, loadFile } from "./openapi/load.js";
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
export { type Locate, showGithub } from "./report/show-github.js";
export { showMarkdown } from "./report/show-markdown.js";
export { showSarif } from "./report/show-sarif.js";
export { showText, type TextOptions } from "./report/show-text.js";
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
