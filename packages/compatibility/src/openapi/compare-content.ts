import { canonical, isObject, type JsonObject, member } from "../schema/json.js";
import type { Term } from "../schema/term.js";
import { types } from "../schema/types.js";
import { type DiffContext, type Scene, schemaOf } from "./context.js";
import type { OpenApiDocument, Part } from "./document.js";
import { covers, isBinary, type MediaType, mediaTypeOf } from "./media-type.js";

/** What two bodies hold, and how it is said of them. */
export interface Contents {
  readonly old: Part;
  readonly new: Part;
  readonly label: string;
}

interface Medium {
  readonly name: string;
  readonly type: MediaType;
  readonly part: Part;
}

/** Compares the media types of a body, and the schema of each. */
export function compareContent(
  diff: DiffContext,
  scene: Scene,
  { old, new: next, label }: Contents,
): void {
  const before = mediaOf(diff.old, old);
  const after = mediaOf(diff.next, next);
  const met = new Set<Medium>();
  for (const medium of before) {
    const exact = after.find(({ type }) => type.key === medium.type.key);
    const over = after.filter(({ type }) => covers(type, medium.type)).sort(nearest);
    const within = after.filter(({ type }) => covers(medium.type, type));
    const others = exact ? [exact] : over.length > 0 ? over.slice(0, 1) : within;
    for (const other of others) {
      met.add(other);
      compareMedium(diff, scene, medium, other, label);
    }
    if (!exact) compareTypes(diff, scene, medium, over, within, label);
  }
  for (const medium of after) {
    if (met.has(medium) || before.some(({ type }) => covers(type, medium.type))) continue;
    diff.notice(scene, {
      effect: "added",
      proven: "rule",
      about: "media-type",
      cause: `media added ${medium.type.key} ${label}`,
      where: medium.part.pointer,
      message: `${label} can also be ${medium.name}`,
    });
  }
}

/** A media type that is not there any more, but perhaps as a part of another one, or in parts. */
function compareTypes(
  diff: DiffContext,
  scene: Scene,
  medium: Medium,
  over: readonly Medium[],
  within: readonly Medium[],
  label: string,
): void {
  const [wider] = over;
  const effect = wider ? "wider" : within.length > 0 ? "narrower" : "gone";
  const now = [...over.slice(0, 1), ...within].map(({ name }) => name).join(", ");
  diff.notice(scene, {
    effect,
    proven: "rule",
    about: "media-type",
    cause: `media ${effect} ${medium.type.key} ${now} ${label}`,
    where: medium.part.pointer,
    message: `${label} can no longer be ${medium.name}${now === "" ? "" : ` but ${now}`}`,
    witness: { at: `${label} media type`, validIn: wider ? "new" : "old", value: medium.name },
  });
}

function nearest(one: Medium, other: Medium): number {
  return Number(covers(one.type, other.type)) - Number(covers(other.type, one.type));
}

function mediaOf(document: OpenApiDocument, content: Part): readonly Medium[] {
  return document.entries(content).map(([name, part]) => ({ name, type: mediaTypeOf(name), part }));
}

function compareMedium(
  diff: DiffContext,
  scene: Scene,
  old: Medium,
  next: Medium,
  label: string,
): void {
  const before = termOf(diff, scene, "old", old);
  const after = termOf(diff, scene, "new", next);
  const { pointer } = schemaOf(old.part);
  diff.compareTerms(scene, before, after, { pointer, label, at: `${label} ${old.type.key}` });
  compareEncoding(diff, scene, old, next, label);
}

/** A file's bytes are no JSON: whatever a schema says of their type, they are bytes. */
function termOf(
  diff: DiffContext,
  scene: Scene,
  side: "old" | "new",
  { type, part }: Medium,
): Term {
  const { schema, pointer } = schemaOf(part);
  const term = diff.read(scene.direction, side, schema, pointer);
  const { body } = term;
  const isBytes = typeof body === "object" && !("ref" in body) && body.types === types.string;
  return isBinary(type) && isBytes && Object.keys(body).length === 1
    ? diff.space(scene.direction).comparer.terms.always
    : term;
}

/** How the parts of a form are written. */
function compareEncoding(
  diff: DiffContext,
  scene: Scene,
  old: Medium,
  next: Medium,
  label: string,
): void {
  const before = encodingsOf(old.part);
  const after = encodingsOf(next.part);
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of [...names].sort()) {
    const was = encodingOf(before, name);
    const is = encodingOf(after, name);
    if (canonical(was) === canonical(is)) continue;
    diff.notice(scene, {
      effect: scene.direction === "request" ? "narrower" : "wider",
      proven: "rule",
      about: "encoding",
      cause: `encoding ${name} ${canonical(was)} ${canonical(is)}`,
      where: `${old.part.pointer}/encoding`,
      message: `${label} ${name} is written in another way`,
      witness: { at: `${label} ${name}`, validIn: "old", value: was },
    });
  }
}

function encodingsOf({ value }: Part): JsonObject {
  const encoding = member(value, "encoding");
  return isObject(encoding) ? encoding : {};
}

function encodingOf(encodings: JsonObject, name: string): JsonObject {
  const told = member(encodings, name);
  const {
    contentType = null,
    style = "form",
    explode,
    allowReserved = false,
  } = isObject(told) ? told : ({} as JsonObject);
  return { contentType, style, explode: explode ?? style === "form", allowReserved };
}
