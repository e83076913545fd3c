export { addToDraft, type NewGate } from "./add-to-draft.js";
export { arrangeDrafts, type DraftPlan } from "./arrange-drafts.js";
export { releaseDraft } from "./release-draft.js";
export { retireVersion } from "./retire-version.js";
export { EditError } from "./source.js";
