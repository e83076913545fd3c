import { canonical } from "../schema/json.js";
import { compareContent } from "./compare-content.js";
import { compareHeaders } from "./compare-headers.js";
import { compareLinks } from "./compare-links.js";
import type { DiffContext, Scene } from "./context.js";
import type { OpenApiDocument, Part } from "./document.js";
import type { Operation } from "./operations.js";
import { statusesOf } from "./statuses.js";

/** Compares what an operation answers: its statuses, and the headers, body and links of each. */
export function compareResponses(
  diff: DiffContext,
  scene: Scene,
  old: Operation,
  next: Operation,
): void {
  const before = responsesOf(diff.old, old);
  const after = responsesOf(diff.next, next);
  const compared = new Set<string>();
  for (const { name, isError, old: was, new: is } of statusesOf(
    [...before.keys()],
    [...after.keys()],
  )) {
    const one = was === undefined ? undefined : before.get(was);
    const other = is === undefined ? undefined : after.get(is);
    if (one && other) {
      const pair = `${one.pointer} ${other.pointer}`;
      if (compared.has(pair)) continue;
      compared.add(pair);
      compareResponse(diff, scene, one, other, name, next);
    } else if (one) noticeGone(diff, scene, one, name, isError);
    else if (other) noticeAdded(diff, scene, other, { name, isError, before: [...before], next });
  }
}

function responsesOf(document: OpenApiDocument, { part }: Operation): ReadonlyMap<string, Part> {
  const responses = document.own(document.child(part, "responses"));
  return new Map(responses.map(([status, one]) => [status.toUpperCase(), one]));
}

function compareResponse(
  diff: DiffContext,
  scene: Scene,
  old: Part,
  next: Part,
  name: string,
  operation: Operation,
): void {
  const label = scene.direction === "request" ? `reply ${name}` : `response ${name}`;
  compareHeaders(diff, scene, { old, new: next, label });
  const content = { old: diff.old.child(old, "content"), new: diff.next.child(next, "content") };
  const hadBody = Object.keys(content.old.value).length > 0;
  const hasBody = Object.keys(content.new.value).length > 0;
  if (!hadBody && hasBody) {
    diff.notice(scene, {
      effect: "added",
      proven: "rule",
      about: "body",
      cause: `body added ${canonical(next.value)}`,
      where: old.pointer,
      message: `${label} has a body, where none was told`,
    });
  } else compareContent(diff, scene, { ...content, label: `${label} body` });
  compareLinks(diff, scene, { old, new: next, label, operation });
}

/** An error that no longer happens breaks nobody; a success that no longer does is what was asked for. */
function noticeGone(
  diff: DiffContext,
  scene: Scene,
  part: Part,
  name: string,
  isError: boolean,
): void {
  diff.notice(scene, {
    effect: isError ? "narrower" : "gone",
    proven: "rule",
    about: "status",
    cause: `status gone ${name}`,
    where: part.pointer,
    message: `${name} is no longer a status`,
    witness: { at: "status", validIn: "old", value: name },
  });
}

interface Added {
  readonly name: string;
  readonly isError: boolean;
  readonly before: readonly (readonly [string, Part])[];
  readonly next: Operation;
}

/**
 * Clients take a status that they do not know for the x00 of its class (RFC 9110, section 15): an
 * error that is new breaks none of them, a success does if its body is not one of those they know.
 */
function noticeAdded(
  diff: DiffContext,
  scene: Scene,
  part: Part,
  { name, isError, before }: Added,
): void {
  const known = before.filter(([status]) => status.startsWith(name.slice(0, 1)));
  const isKnown = known.some(([, one]) => holdsNoMore(diff, scene, one, part));
  const isNoted = isError || isKnown || scene.direction === "request";
  diff.notice(scene, {
    effect: isNoted ? "added" : "wider",
    proven: "rule",
    about: "status",
    cause: `status added ${name}`,
    where: part.pointer,
    message: `${name} is a new status`,
    witness: { at: "status", validIn: "new", value: name },
  });
}

/** Whether whoever reads the old response can read the new one. */
function holdsNoMore(
  diff: DiffContext,
  { direction, operation }: Scene,
  old: Part,
  next: Part,
): boolean {
  const scratch = diff.fork();
  const scene = { direction, operation };
  const content = { old: diff.old.child(old, "content"), new: diff.next.child(next, "content") };
  const bodies = [content.old, content.new].map(({ value }) => Object.keys(value).length > 0);
  if (bodies[0] !== bodies[1]) return false;
  compareContent(scratch, scene, { ...content, label: "body" });
  return scratch.noticed.every(({ effect }) => effect === "added" || effect === "narrower");
}
