import { isDeepStrictEqual } from "node:util";
import { evaluate } from "../../definition/evaluate.js";
import { type Expr, given } from "../../definition/expr.js";
import type { DiagnosticId } from "../../diagnostics/catalogue.js";
import { ChangeProblem } from "../change.js";
import type { Conversion } from "./conversion.js";

/** A conversion that no other says: two pure functions, with what shows that they are right. */
export interface ByHand {
  /** Today's value (or values) as older versions show it. */
  readonly down?: (...values: never[]) => unknown;
  /** What an older version sends, as today's value; undefined refuses it. */
  readonly up?: (value: never) => unknown;
  /** Values of today, each with the value before. Several of today's stand in a list. */
  readonly samples: readonly (readonly [today: unknown, before: unknown])[];
  /** What does not survive, in words. */
  readonly loss?: string;
}

/**
 * The escape hatch, for what no other conversion says. The boot tries the samples: `down` makes
 * today's values into those before, `up` makes them back, unless a loss is declared, and neither
 * changes what it is given.
 *
 * @example
 * byHand({
 *   down: (name: string) => name.toUpperCase(), up: (name: string) => name.toLowerCase(),
 *   samples: [["visa", "VISA"]],
 * })
 */
export function byHand({ down, up, samples, loss }: ByHand): Conversion {
  return {
    between({ today }) {
      const inputs = today.map((_one, index): Expr => ({ op: "input", index }));
      const shown: Expr | undefined = down && { op: "apply", from: inputs, fn: down };
      const sent: Expr | undefined = up && { op: "apply", from: [given], fn: up as () => unknown };
      if (samples.length === 0) refuse("samples_missing", "");
      for (const [now, before] of samples) {
        const values = today.length === 1 ? [now] : (now as readonly unknown[]);
        if (shown) requireThat("down", shown, values, before);
        if (sent) checkBack(sent, now, before, loss);
      }
      return {
        ...(shown && { down: shown }),
        ...(sent && { up: sent }),
        loss: loss === undefined ? {} : { shown: loss, sent: loss },
        says: samples.map(([now, before]) => `${text(before)} for ${text(now)}`).join(", "),
      };
    },
  };
}

function checkBack(up: Expr, today: unknown, before: unknown, loss: string | undefined): void {
  const found = tried("up", up, [before]);
  if (loss !== undefined || isDeepStrictEqual(found, today)) return;
  refuse("loss_undeclared", `up makes ${text(before)} into ${text(found)}, not ${text(today)}`);
}

function requireThat(name: string, fn: Expr, values: readonly unknown[], expected: unknown): void {
  const found = tried(name, fn, values);
  if (isDeepStrictEqual(found, expected)) return;
  const given = values.map(text).join(", ");
  refuse("sample_wrong", `${name} makes ${given} into ${text(found)}, not ${text(expected)}`);
}

/** What a function makes of values that it cannot change; it must be the same each time. */
function tried(name: string, fn: Expr, values: readonly unknown[]): unknown {
  const frozen = values.map((value) => freeze(structuredClone(value)));
  try {
    const once = structuredClone(evaluate(fn, frozen));
    if (isDeepStrictEqual(once, evaluate(fn, frozen))) return once;
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    return refuse("sample_wrong", `${name} throws at ${frozen.map(text).join(", ")}: ${why}`);
  }
  return refuse("sample_wrong", `${name} does not always make the same of a value`);
}

function freeze(value: unknown): unknown {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) freeze(inner);
    Object.freeze(value);
  }
  return value;
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}

function refuse(id: DiagnosticId, reason: string): never {
  throw new ChangeProblem(id, { reason });
}
