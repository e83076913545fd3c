export {
  type CheckSettings,
  checkFloors,
  type FloorCheck,
  type FloorFinding,
} from "./check-floors.js";
export { diffFloors } from "./diff-floors.js";
export { ajvJudges, type Judges } from "./judges.js";
export type { Mend } from "./mend/mend.js";
export { readFloor, servedFloor } from "./read-floor.js";
export { asGithub } from "./report/as-github.js";
export { asJson } from "./report/as-json.js";
export { asMarkdown } from "./report/as-markdown.js";
export { asSarif } from "./report/as-sarif.js";
export { asText } from "./report/as-text.js";
export { sourcesOf } from "./sources.js";
export type { FloorWitness } from "./witness.js";
