export type * from "./compare/difference.js";
export type * from "./model/docs.js";
export type * from "./model/refs.js";
export type * from "./samples/sample.js";
export type * from "./site/urls.js";
