export { type AtomLinks, atomOf } from "./atom.js";
export { Changelog, type ChangelogOptions, changelogOf } from "./changelog.js";
export type * from "./entry.js";
export { type ChangelogFilters, filtersOf, NO_FILTERS, queryOf } from "./filters.js";
export { type ChangelogJson, jsonOf } from "./json.js";
export { markdownOf } from "./markdown.js";
export { releaseMarkdown } from "./release-markdown.js";
export { renderChangelog } from "./render-changelog.js";
export { renderRelease } from "./render-release.js";
