export { type Descriptions, descriptionsOf } from "./descriptions.js";
export { floorKey, parseFloor, type WrittenDown } from "./document.js";
export type {
  Floor,
  FloorErrorShape,
  FloorEvent,
  FloorField,
  FloorMethod,
  FloorObject,
  FloorResource,
  FloorType,
} from "./floor.js";
export { FloorError, type FloorProblem } from "./floor-error.js";
export { behind, floorOf } from "./floor-of.js";
export {
  appendAdditions,
  contractsFolder,
  type FlooredApi,
  type Floors,
  readAdditions,
  readFloorFile,
  readFloors,
  today,
  type WriteOptions,
  type WrittenFloor,
  writeFloor,
  writeFloors,
} from "./folder.js";
export { type Addition, runs, withAdditions } from "./ledger.js";
export { canonicalJson, isPlainObject, type Plain, type PlainObject } from "./plain.js";
export { ShapePool } from "./pool.js";
export { replaceFile } from "./replace-file.js";
export { type Shown, tryAnswers } from "./try-answer.js";
export { type Rules, type Tried, tryRequest } from "./try-request.js";
