import { member } from "../schema/json.js";
import { compareValue } from "./compare-parameter.js";
import type { DiffContext, Scene } from "./context.js";
import type { Operation, Parameter } from "./operations.js";
import { under } from "./operations.js";

/** Compares the parameters of an operation, wherever they are declared. */
export function compareParameters(
  diff: DiffContext,
  scene: Scene,
  old: Operation,
  next: Operation,
): void {
  const after = new Map(next.parameters.map((parameter) => [parameter.key, parameter]));
  for (const parameter of old.parameters) {
    const other = after.get(parameter.key);
    after.delete(parameter.key);
    if (other) compareParameter(diff, scene, parameter, other);
    else noticeGone(diff, scene, parameter);
  }
  for (const parameter of after.values()) {
    const { required } = parameter;
    diff.notice(scene, {
      effect: required && parameter.place !== "path" ? "narrower" : "added",
      proven: "rule",
      about: "parameter",
      cause: `parameter added ${parameter.key} ${required}`,
      where: parameter.part.pointer,
      message: `${labelOf(parameter)} is new${required ? " and required" : ""}`,
      ...(required && {
        witness: { at: next.label, validIn: "old", value: null, without: parameter.name },
      }),
    });
  }
}

function compareParameter(diff: DiffContext, scene: Scene, old: Parameter, next: Parameter): void {
  const label = labelOf(old);
  if (old.required !== next.required) {
    diff.notice(scene, {
      effect: next.required ? "narrower" : "wider",
      proven: "rule",
      about: "required",
      cause: `parameter required ${old.key} ${next.required}`,
      where: old.part.pointer,
      message: next.required ? `${label} is required` : `${label} is no longer required`,
      witness: {
        at: label,
        validIn: next.required ? "old" : "new",
        value: null,
        without: old.name,
      },
    });
  }
  noticeDeprecated(diff, scene, old, next);
  const names = [old.name, next.name] as const;
  compareValue(diff, scene, { old: old.part, new: next.part, names, place: old.place, label });
}

function noticeDeprecated(diff: DiffContext, scene: Scene, old: Parameter, next: Parameter): void {
  const was = member(old.part.value, "deprecated") === true;
  if (was || member(next.part.value, "deprecated") !== true) return;
  diff.notice(scene, {
    effect: "added",
    surface: "docs",
    proven: "rule",
    about: "deprecated",
    cause: `parameter deprecated ${old.key}`,
    where: next.part.pointer,
    message: `${labelOf(old)} is deprecated`,
  });
}

function noticeGone(diff: DiffContext, scene: Scene, parameter: Parameter): void {
  diff.notice(scene, {
    effect: "gone",
    proven: "rule",
    about: "parameter",
    cause: `parameter gone ${parameter.key}`,
    where: parameter.part.pointer,
    message: `${labelOf(parameter)} is gone`,
    witness: { at: labelOf(parameter), validIn: "old", value: sampleOf(diff, scene, parameter) },
  });
}

function sampleOf(diff: DiffContext, scene: Scene, { part }: Parameter) {
  const term = diff.read(
    scene.direction,
    "old",
    member(part.value, "schema"),
    under(part, "schema"),
  );
  return diff.space(scene.direction).comparer.sampler.plain(term) ?? null;
}

function labelOf({ place, name }: Parameter): string {
  return `${place} parameter ${name}`;
}
