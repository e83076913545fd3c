import type { DiffContext, Scene } from "./context.js";
import type { Operation } from "./operations.js";

/** Compares the calls that an API makes, by their names and addresses. */
export function compareCalls(
  diff: DiffContext,
  old: readonly Operation[],
  next: readonly Operation[],
  compare: (diff: DiffContext, old: Operation, next: Operation) => void,
): void {
  const met = new Set<Operation>();
  for (const call of old) {
    const other =
      next.find((one) => keyOf(one) === keyOf(call)) ??
      next.find((one) => one.path === call.path && !old.some((two) => keyOf(two) === keyOf(one)));
    if (other) {
      met.add(other);
      compare(diff, call, other);
    } else noticeCallGone(diff, call);
  }
  for (const call of next) {
    if (met.has(call)) continue;
    diff.notice(sceneOf(call), {
      effect: "added",
      proven: "rule",
      about: "call",
      cause: `call added ${call.label} ${keyOf(call)}`,
      where: call.part.pointer,
      message: "is new",
    });
  }
}

/** A call that an API no longer makes. */
export function noticeCallGone(diff: DiffContext, call: Operation): void {
  diff.notice(sceneOf(call), {
    effect: "gone",
    proven: "rule",
    about: "call",
    cause: `call gone ${call.label} ${keyOf(call)}`,
    where: call.part.pointer,
    message: `is no longer sent as ${call.verb}`,
    witness: { at: "call", validIn: "old", value: call.label },
  });
}

function keyOf({ verb, path }: Operation): string {
  return `${verb} ${path}`;
}

function sceneOf({ label }: Operation): Scene {
  return { operation: label, direction: "webhook" };
}
