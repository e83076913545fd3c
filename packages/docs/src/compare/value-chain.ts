import type { Kind } from "holdfast";
import { type ConversionStep, evaluate, type ShapeField } from "holdfast/contract";
import type { Chain } from "./chains.js";
import type { Span } from "./spans.js";

/** The values of an enum, or of one within: a list's items, a map's values, one side of two. */
export function valuesOf({ info: { kind } }: ShapeField): readonly string[] {
  return Object.keys(meaningsOf(kind));
}

/** The same with their meanings. */
export function meaningsOf(kind: Kind): Readonly<Record<string, string>> {
  if (kind.arms || kind.resource !== undefined) return {};
  const [first, second] = kind.parts ?? [];
  return kind.values ?? { ...(first && meaningsOf(first)), ...(second && meaningsOf(second)) };
}

/** What tells the names of one value at two versions that follow each other. */
interface ValueNames {
  /** What the newer one calls a value of the older; undefined where it has it no longer. */
  newer(value: string): string | undefined;
  /** What the older one called a value of the newer; undefined where it did not have it. */
  older(value: string): string | undefined;
}

const known = new WeakMap<ShapeField, WeakMap<ShapeField, ValueNames>>();

/** How the values of an enum are called at two versions. */
export function valueNames(older: ShapeField, newer: ShapeField): ValueNames {
  const those = known.get(older) ?? new WeakMap<ShapeField, ValueNames>();
  known.set(older, those);
  const made = those.get(newer) ?? compareNames(older, newer);
  those.set(newer, made);
  return made;
}

function compareNames(older: ShapeField, newer: ShapeField): ValueNames {
  const before = new Set(valuesOf(older));
  const shown = new Map(valuesOf(newer).map((value) => [value, shownAs(value, older, newer)]));
  const times = new Map<string, number>();
  for (const old of shown.values()) times.set(old, (times.get(old) ?? 0) + 1);
  const oldOf = new Map<string, string>();
  const newOf = new Map<string, string>();
  const pair = (value: string, old: string): void => {
    oldOf.set(value, old);
    newOf.set(old, value);
  };
  for (const [value, old] of shown) {
    // A value that others are shown as is not one of them under another name.
    if (before.has(old) && times.get(old) === 1) pair(value, old);
  }
  for (const value of shown.keys()) {
    if (before.has(value) && !oldOf.has(value) && !newOf.has(value)) pair(value, value);
  }
  return { newer: (value) => newOf.get(value), older: (value) => oldOf.get(value) };
}

/** What callers of the older version see for a value of the newer one. */
function shownAs(value: string, older: ShapeField, newer: ShapeField): string {
  const steps = stepsBetween(older, newer);
  if (steps.length === 0) return value;
  const isList = newer.info.kind.name === "list";
  return String(
    steps.reduce<unknown>(
      (shown, step) => (isList ? itemOf(step, shown) : downOf(step, shown)),
      value,
    ),
  );
}

/** The conversions that the older one has beyond those of the newer one, newest first. */
export function stepsBetween(older: ShapeField, newer: ShapeField): readonly ConversionStep[] {
  const isLonger = newer.steps.every((step, index) => older.steps[index] === step);
  return isLonger ? older.steps.slice(newer.steps.length) : [];
}

function downOf({ down }: ConversionStep, value: unknown): unknown {
  return down ? evaluate(down, [value]) : value;
}

function itemOf({ down }: ConversionStep, value: unknown): unknown {
  const shown = down ? evaluate(down, [[value]]) : [value];
  return Array.isArray(shown) ? shown[0] : shown;
}

/** The names of a value of an enum, from the version at which it is called so in both directions. */
export function valueSpans(chain: Chain, version: number, value: string): readonly Span[] {
  const start = chain.findIndex(({ from, to }) => from <= version && version <= to);
  const first = chain[start];
  if (!first || !valuesOf(first.attribute.field).includes(value)) return [];
  const spans: Span[] = [{ name: value, from: first.from, to: first.to }];
  for (let index = start + 1; index < chain.length; index++) {
    const [older, newer] = [chain[index - 1], chain[index]];
    const last = spans.at(-1);
    if (!older || !newer || !last) break;
    const name = valueNames(older.attribute.field, newer.attribute.field).newer(last.name);
    if (name === undefined) break;
    spans.push({ name, from: newer.from, to: newer.to });
  }
  for (let index = start - 1; index >= 0; index--) {
    const [older, newer] = [chain[index], chain[index + 1]];
    const earliest = spans[0];
    if (!older || !newer || !earliest) break;
    const name = valueNames(older.attribute.field, newer.attribute.field).older(earliest.name);
    if (name === undefined) break;
    spans.unshift({ name, from: older.from, to: older.to });
  }
  return spans;
}

/** The names of a variant of a union over the versions, by what today's definition calls it. */
export function variantSpans(chain: Chain, head: string): readonly Span[] {
  return chain.flatMap(({ attribute, from, to }) => {
    const arm = attribute.field.info.kind.arms?.find((one) => one.head === head);
    return arm?.called ? [{ name: arm.called, from, to }] : [];
  });
}
