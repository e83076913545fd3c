export { guideOf } from "./guide-of.js";
export { guideMarkdown } from "./markdown.js";
export { renderGuide } from "./render-guide.js";
