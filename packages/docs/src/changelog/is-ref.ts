import type { DifferenceSubject } from "../compare/difference.js";
import type { SubjectRef } from "../model/refs.js";

/** Whether a difference is about something that is documented, rather than about how all is written. */
export function isRef(subject: DifferenceSubject): subject is SubjectRef {
  return subject.on !== "wire" && subject.on !== "headers";
}
