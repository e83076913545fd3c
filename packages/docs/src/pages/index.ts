export { type Components, defaultComponents } from "./components.js";
export type { PageContext, SiteInfo, VersionStory } from "./context.js";
export { DOM, IDS } from "./dom.js";
export type { PageMeta } from "./page-meta.js";
export { type LayoutContent, renderLayout } from "./render-layout.js";
export { slugOf } from "./slug.js";
