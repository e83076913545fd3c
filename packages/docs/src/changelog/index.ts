export { atomOf } from "./atom.js";
export { type Changelog, changelogOf } from "./changelog.js";
export { filtersOf } from "./filters.js";
export { jsonOf } from "./json.js";
export { markdownOf } from "./markdown.js";
export { releaseMarkdown } from "./release-markdown.js";
export { renderChangelog } from "./render-changelog.js";
export { renderRelease } from "./render-release.js";
