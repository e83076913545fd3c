/** What can be wrong with a folder of floors. */
export type FloorProblem =
  | "floor_exists"
  | "floor_changed"
  | "floor_incomplete"
  | "floor_unreadable"
  | "version_unknown";

/** A floor that cannot be read, or may not be written. */
export class FloorError extends Error {
  readonly code: FloorProblem;

  constructor(code: FloorProblem, message: string) {
    super(message);
    this.name = "FloorError";
    this.code = code;
  }
}
