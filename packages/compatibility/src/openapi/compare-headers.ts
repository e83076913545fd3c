import { member } from "../schema/json.js";
import { compareValue } from "./compare-parameter.js";
import type { DiffContext, Scene } from "./context.js";
import type { OpenApiDocument, Part } from "./document.js";

/** Two responses, and how messages name them. */
export interface Responses {
  readonly old: Part;
  readonly new: Part;
  readonly label: string;
}

/** Compares the headers of a response. */
export function compareHeaders(
  diff: DiffContext,
  scene: Scene,
  { old, new: next, label }: Responses,
): void {
  const before = headersOf(diff.old, old);
  const after = headersOf(diff.next, next);
  for (const [name, header] of before) {
    const other = after.get(name);
    if (other) compareHeader(diff, scene, { old: header, new: other, name, label });
    else {
      diff.notice(scene, {
        effect: "gone",
        proven: "rule",
        about: "header",
        cause: `header gone ${name}`,
        where: header.pointer,
        message: `${label} header ${name} is gone`,
        witness: { at: `${label} header`, validIn: "old", value: name },
      });
    }
  }
  for (const [name, header] of after) {
    if (before.has(name)) continue;
    const isAsked = isRequired(header) && scene.direction === "request";
    diff.notice(scene, {
      effect: isAsked ? "narrower" : "added",
      proven: "rule",
      about: "header",
      cause: `header added ${name}`,
      where: header.pointer,
      message: `${label} header ${name} is new`,
    });
  }
}

function compareHeader(
  diff: DiffContext,
  scene: Scene,
  { old, new: next, name, label }: Responses & { readonly name: string },
): void {
  const is = isRequired(next);
  if (isRequired(old) !== is) {
    diff.notice(scene, {
      effect: is ? "narrower" : "wider",
      proven: "rule",
      about: "required",
      cause: `header required ${name} ${is}`,
      where: old.pointer,
      message: `${label} header ${name} is ${is ? "always there" : "no longer always there"}`,
      witness: { at: `${label} header`, validIn: is ? "old" : "new", value: null, without: name },
    });
  }
  const names = [name, name] as const;
  compareValue(diff, scene, {
    old,
    new: next,
    names,
    place: "header",
    label: `${label} header ${name}`,
  });
}

function isRequired({ value }: Part): boolean {
  return member(value, "required") === true;
}

/** Names of headers are the same whatever their case. A content type is told by the body. */
function headersOf(document: OpenApiDocument, response: Part): ReadonlyMap<string, Part> {
  const headers = document.entries(document.child(response, "headers"));
  return new Map(
    headers
      .map(([name, header]) => [name.toLowerCase(), header] as const)
      .filter(([name]) => name !== "content-type"),
  );
}
