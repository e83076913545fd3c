export { type Heard, Listener } from "./listener.js";
export { type FoundRecord, Replay } from "./replay.js";
export { requestAt } from "./request-at.js";
export { type Captured, mergedCapture, type Stored } from "./stored.js";
