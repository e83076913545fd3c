import { isList, isObject, type Json } from "../schema/json.js";
import type { Term } from "../schema/term.js";
import { anyNumber, types } from "../schema/types.js";
import type { DiffContext, Scene } from "./context.js";
import type { Part } from "./document.js";
import { escaped } from "./load.js";
import { type Style, serialised, styleOf } from "./serialise.js";

/** A parameter, or a header, of two versions. */
export interface Value {
  readonly old: Part;
  readonly new: Part;
  /** Its names, which differ only where they are not written. */
  readonly names: readonly [string, string];
  readonly place: string;
  /** How messages name it. */
  readonly label: string;
}

/** Compares what a parameter or a header can be, and how it is written. */
export function compareValue(diff: DiffContext, scene: Scene, value: Value): void {
  const { label, names, place } = value;
  const old = termOf(diff, scene, "old", value.old);
  const next = termOf(diff, scene, "new", value.new);
  const { terms } = diff.space(scene.direction).comparer;
  // What callers write is text: it is a string as well, whatever else it is.
  const taken =
    scene.direction === "request" ? textual(diff, scene, old.term, next.term) : next.term;
  diff.compareTerms(scene, old.term, taken, { pointer: old.pointer, label, at: label });
  compareEmpty(diff, scene, value);
  if (old.term === terms.never) return;
  const was = styleOf(value.old.value, names[0], place);
  const is = styleOf(value.new.value, names[1], place);
  compareStyle(diff, scene, value, old.term, [was, is]);
}

function compareStyle(
  diff: DiffContext,
  scene: Scene,
  { old, label }: Value,
  term: Term,
  [was, is]: readonly [Style, Style],
): void {
  // Who reads reserved characters as they are reads them encoded, too.
  const reader = was.allowReserved ? is : { ...is, allowReserved: false };
  const { sampler } = diff.space(scene.direction).comparer;
  const samples = [...sampler.of(term), ...severalOf(sampler.of(term))];
  const value = samples.find((one) => serialised(was, one) !== serialised(reader, one));
  if (value === undefined) return;
  const before = serialised(was, value);
  const after = serialised(reader, value);
  diff.notice(scene, {
    effect: scene.direction === "request" ? "narrower" : "wider",
    proven: "rule",
    about: "style",
    cause: `style ${label} ${JSON.stringify([
      { ...was, name: "" },
      { ...is, name: "" },
    ])}`,
    where: old.pointer,
    message: `${label} is written ${after} instead of ${before}`,
    witness: { at: label, validIn: "old", value, written: before },
  });
}

/** Lists of more than one item: with one, most styles look the same. */
function severalOf(values: readonly Json[]): readonly Json[] {
  return values.filter((value) => (isList(value) ? value.length > 1 : isObject(value)));
}

function compareEmpty(diff: DiffContext, scene: Scene, { old, new: next, label }: Value): void {
  const was = old.value.allowEmptyValue === true;
  const is = next.value.allowEmptyValue === true;
  if (was === is) return;
  diff.notice(scene, {
    effect: was ? "narrower" : "wider",
    proven: "rule",
    about: "allowEmptyValue",
    cause: `allowEmptyValue ${label}`,
    where: old.pointer,
    message: was ? `${label} can no longer be empty` : `${label} can now be empty`,
    witness: { at: label, validIn: was ? "old" : "new", value: "" },
  });
}

function termOf(
  diff: DiffContext,
  scene: Scene,
  side: "old" | "new",
  part: Part,
): { readonly term: Term; readonly pointer: string } {
  const { content } = part.value;
  const [media] = isObject(content) ? Object.keys(content) : [];
  const holder = isObject(content) && media !== undefined ? content[media] : part.value;
  const schema = isObject(holder) ? holder.schema : undefined;
  const within = media === undefined ? "" : `/content/${escaped(media)}`;
  const pointer = `${part.pointer}${within}/schema`;
  return { term: diff.read(scene.direction, side, schema, pointer), pointer };
}

/** A new schema that takes any text takes what was a number or a boolean before. */
function textual(diff: DiffContext, scene: Scene, old: Term, next: Term): Term {
  const { terms } = diff.space(scene.direction).comparer;
  const before = terms.body(old);
  const after = terms.body(next);
  if (typeof before === "boolean" || typeof after === "boolean") return next;
  if (before.items && after.items) {
    const items = textual(diff, scene, before.items, after.items);
    return items === after.items ? next : terms.of({ ...after, items });
  }
  const wrote = before.types ?? 0;
  const plain = Object.keys(after).every((word) => word === "types" || word === "default");
  const isText = plain && after.types !== undefined && (after.types & types.string) !== 0;
  const isScalar = wrote !== 0 && (wrote & ~(anyNumber | types.boolean | types.null)) === 0;
  return isText && isScalar ? terms.of({ ...after, types: (after.types ?? 0) | wrote }) : next;
}
