import { constant, type Expr, given, type Scalar } from "../../definition/expr.js";
import type { Kind } from "../../definition/kind.js";
import type { Loss } from "../../definition/shape.js";
import { unfit } from "../change.js";
import { type Conversion, type Converted, listed, nullStays, quoted, when } from "./conversion.js";

/** The value before → today's; or today's value → the one before. Booleans and numbers as text. */
export type Table = Readonly<Record<string, Scalar>>;

/**
 * Each value stood for another one: the value before → today's value. `added` are values of today
 * that had no counterpart, with what older versions see instead. Null stays null, and so do values of
 * which nothing is said, where both sides are texts (or numbers).
 *
 * @example
 * field(account, "managed", wasOfType(t.boolean().describe("…"),
 *   mapped({ true: "custom", false: "standard" }, { express: true }), { now: "type" }))
 */
export function mapped(names: Table, added: Table = {}): Conversion {
  return {
    between({ today: [today], before }) {
      if (!today) return unfit("it follows from one value only");
      const pairs = Object.entries(names).map(
        ([old, now]) => [scalarOf(before.kind, old), now] as const,
      );
      const extra = Object.entries(added).map(
        ([now, old]) => [old, scalarOf(today.kind, now)] as const,
      );
      const all = [...pairs, ...extra];
      requireWhole(today.kind, before.kind, all);
      const isSame = writtenAs(today.kind) === writtenAs(before.kind);
      const tableOf = (rows: readonly (readonly [Scalar, Scalar])[]): Expr => {
        const cases = rows.map(([from, to]) => [from, constant(to)] as const);
        if (isSame) return when(cases);
        return when([...cases, nullStays], constant(undefined));
      };
      return {
        down: tableOf(all.map(([old, now]) => [now, old])),
        up: tableOf(pairs),
        loss: lossOf(all, pairs),
        says: says(all),
      };
    },
  };
}

/** A value that stands as a key, as its kind has it. */
function scalarOf(kind: Kind, key: string): Scalar {
  if (kind.name === "boolean") return key === "true" ? true : key === "false" ? false : key;
  return isNumeric(kind) && Number.isFinite(Number(key)) ? Number(key) : key;
}

/** What values of a kind are in JSON: those of another kind can stay what they are if it is the same. */
function writtenAs(kind: Kind): string {
  if (kind.name === "boolean") return "boolean";
  return isNumeric(kind) ? "number" : "text";
}

function isNumeric({ name }: Kind): boolean {
  return ["integer", "number", "timestamp"].includes(name);
}

type Pairs = readonly (readonly [old: Scalar, now: Scalar])[];

/** Every value of today must have one before, and every value that is named must be one. */
function requireWhole(today: Kind, before: Kind, pairs: Pairs): void {
  const [known, older] = [valuesIn(today), valuesIn(before)];
  for (const [old, now] of pairs) {
    if (known && now !== null && !known.includes(now)) unfit(`${now} is no value of it`);
    if (older && old !== null && !older.includes(old)) unfit(`${old} was no value of it`);
  }
  for (const value of known ?? []) {
    const isTold = pairs.some(([, now]) => now === value) || older?.includes(value);
    if (!isTold) unfit(`${value} has no value that older versions see`);
  }
}

function valuesIn(kind: Kind): readonly Scalar[] | undefined {
  if (kind.name === "boolean") return [true, false];
  return kind.name === "enum" ? Object.keys(kind.values ?? {}) : undefined;
}

function lossOf(down: Pairs, up: Pairs): Loss {
  const shown = merged(down.map(([old, now]) => [now, old]));
  const sent = merged(up);
  return {
    ...(shown && { shown: `${shown}, which of them is not told` }),
    ...(sent && { sent: `${sent}, which of them is not kept` }),
  };
}

/** Several values that become one, in words; nothing where there are none. */
function merged(pairs: readonly (readonly [Scalar, Scalar])[]): string | undefined {
  const groups = new Map<Scalar, Scalar[]>();
  for (const [from, to] of pairs) groups.set(to, [...(groups.get(to) ?? []), from]);
  const several = [...groups].filter(([, all]) => all.length > 1);
  if (several.length === 0) return undefined;
  return several.map(([to, all]) => `${listed(all, "and")} become ${quoted(to)}`).join("; ");
}

function says(pairs: Pairs): string {
  return `${pairs.map(([old, now]) => `${quoted(old)} for ${quoted(now)}`).join(", ")}.`;
}

/**
 * It said the opposite.
 *
 * @example
 * field(invoice, "closed", wasOfType(t.boolean().describe("…"), negated(), { now: "auto_advance" }))
 */
export function negated(): Conversion {
  return {
    between({ today: [today], before }) {
      if (today?.kind.name !== "boolean" || before.kind.name !== "boolean") {
        unfit("only a boolean that was a boolean can be negated");
      }
      const not = when([
        [true, constant(false)],
        [false, constant(true)],
      ]);
      return { down: not, up: not, loss: {}, says: "The opposite." };
    },
  };
}

/**
 * It was whether there is one: false where today's value is null.
 *
 * @example
 * field(charge, "disputed", wasOfType(t.boolean().describe("…"), isPresent(), { now: "dispute" }))
 */
export function isPresent(): Conversion {
  return {
    between: (): Converted => ({
      down: when([[null, constant(false)]], constant(true)),
      loss: { shown: "all but whether there is one" },
      says: "Whether there is one.",
    }),
  };
}

/**
 * It was whether today's value is one of some.
 *
 * @example
 * field(account, "verified", wasComputed(t.boolean().describe("…"), isOneOf("verified"), {
 *   from: ["status"],
 * }))
 */
export function isOneOf(...values: readonly Scalar[]): Conversion {
  return {
    between({ today: [today] }) {
      const known = today && valuesIn(today.kind);
      for (const value of values) {
        if (known && value !== null && !known.includes(value)) unfit(`${value} is no value of it`);
      }
      return {
        down: when(
          values.map((value) => [value, constant(true)] as const),
          constant(false),
        ),
        loss: { shown: `all but whether it is ${listed(values, "or")}` },
        says: `Whether it is ${listed(values, "or")}.`,
      };
    },
  };
}

/**
 * It was never null: older versions see this value for null, and may send it as any other.
 *
 * @example
 * field(card, "brand", wasOfType(t.string().describe("…"), nullAs("Unknown")))
 */
export function nullAs(value: unknown): Conversion {
  return { between: () => insteadOfNull(value) };
}

/** Something else in the place of null, and of what is absent; null and absent are one there. */
export function insteadOfNull(value: unknown): Converted {
  return {
    down: when([[null, constant(value)]]),
    up: given,
    loss: { shown: `whether it is null or ${quoted(value)}` },
    says: `${quoted(value)} where it is null.`,
  };
}
