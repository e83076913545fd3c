export type { MarkdownContext } from "./context.js";
export { errorsMarkdown } from "./errors.js";
export { eventsMarkdown } from "./events.js";
export { llmsFullTxt, llmsTxt } from "./llms.js";
export { methodMarkdown } from "./method.js";
export { overviewMarkdown } from "./overview.js";
export { resourceMarkdown } from "./resource.js";
export { type VersionEntry, type VersionsIndex, versionsJson } from "./versions-json.js";
