export type * from "./changelog/json.js";
export type * from "./compare/difference.js";
export type * from "./model/docs.js";
export type * from "./model/refs.js";
export {
  type OpenApiDocument,
  type OpenApiOptions,
  openApiOf,
  toYaml,
} from "./openapi/index.js";
export type * from "./samples/sample.js";
export { Docs, docs } from "./site/docs.js";
export type { DocsOptions } from "./site/docs-options.js";
export type { DocsSite } from "./site/docs-site.js";
export type { KeyFacts } from "./site/key-answer.js";
export type { SiteResponse } from "./site/respond.js";
export { type ServeDocsOptions, type ServedDocs, serveDocs } from "./site/serve-docs.js";
export type * from "./site/urls.js";
