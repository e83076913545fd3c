import { sameJson } from "../compile/diff.js";
import { evaluate } from "../definition/evaluate.js";
import { headPathsOf } from "../definition/expr.js";
import type { Json } from "../definition/kind.js";
import { isHash } from "../definition/kinds/containers.js";
import type { Path } from "../definition/path.js";
import type { ConversionStep, ObjectShape, ShapeField } from "../definition/shape.js";
import type { WireObject, WireValue } from "../http/message.js";
import { Violation } from "./tools.js";

/**
 * What is shown of a head value comes back as that value when it is sent, step by step, but for
 * what a step says that it does not show. Goes through all fields of a record's values.
 */
export function checkShownSteps(shape: ObjectShape, scope: unknown): void {
  for (const field of shape.fields.values()) {
    const { kind } = field.info;
    if (field.steps.length > 0) checkShown(field, scope);
    else if (kind.shape && kind.sharesScope) checkShownSteps(kind.shape, scope);
    else if (kind.shape && field.value.op === "head") {
      const items = valueAt(scope, field.value.path);
      for (const item of Array.isArray(items) ? items : []) checkShownSteps(kind.shape, item);
    }
  }
}

function checkShown({ name, value, steps }: ShapeField, scope: unknown): void {
  const [only, ...more] = headPathsOf(value);
  if (!only || more.length > 0) return;
  let now = valueAt(scope, only);
  if (now === null || now === undefined) return;
  for (const { gate, down, up, loss } of steps) {
    if (!down || now === undefined) return;
    const shown = evaluate(down, [now]);
    const back = up && shown !== undefined ? evaluate(up, [shown]) : undefined;
    if (back !== undefined && loss.shown === undefined) {
      requireSame(now, back, name, gate, "is shown and cannot be sent back");
    } else if (back !== undefined) {
      requireSame(shown, evaluate(down, [back]), name, gate, "loses more than it says");
    }
    now = shown;
  }
}

/** What is sent is shown as it was sent, step by step, but for what a step says is not kept. */
export function checkSentSteps(shape: ObjectShape, sent: WireObject): void {
  for (const field of shape.fields.values()) {
    const value = sent[field.name];
    if (value === undefined || value === null) continue;
    const { kind } = field.info;
    if (field.steps.length > 0) checkSent(field, value);
    else if (kind.shape && isHash(value)) checkSentSteps(kind.shape, value);
    else if (kind.shape && Array.isArray(value)) {
      for (const item of value.filter(isHash)) checkSentSteps(kind.shape, item);
    }
  }
}

function checkSent({ name, steps }: ShapeField, sent: WireValue): void {
  let now: unknown = sent;
  for (const { gate, down, up, loss } of steps.toReversed()) {
    if (!up || now === undefined) return;
    const taken = evaluate(up, [now]);
    const back = down && taken !== undefined ? evaluate(down, [taken]) : undefined;
    if (back !== undefined && loss.sent === undefined) {
      requireSame(now, back, name, gate, "is sent and shown as something else");
    } else if (back !== undefined) {
      requireSame(taken, evaluate(up, [back]), name, gate, "loses more than it says");
    }
    now = taken;
  }
}

function requireSame(
  before: unknown,
  after: unknown,
  name: string,
  gate: string,
  what: string,
): void {
  if (sameJson(before as Json, after as Json)) return;
  const evidence = { before, after, gate };
  throw new Violation(`${name} ${what}, which its conversion does not declare`, evidence);
}

/** Whether a round trip through some steps may lose something. */
export function loses(steps: readonly ConversionStep[], way: "shown" | "sent"): boolean {
  return steps.some(({ loss }) => loss[way] !== undefined);
}

/** What stands at a path of an object; undefined where the way is not there. */
export function valueAt(object: unknown, path: Path): unknown {
  let found = object;
  for (const name of path) {
    found = (found as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  }
  return found;
}
