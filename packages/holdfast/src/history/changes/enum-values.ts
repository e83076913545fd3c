import type { DraftField } from "../../contract/draft.js";
import { constant, type Expr, given } from "../../definition/expr.js";
import type { Kind } from "../../definition/kind.js";
import { listKind } from "../../definition/kinds/containers.js";
import { enumKind } from "../../definition/kinds/text.js";
import { type Address, claim, fieldAt } from "../address.js";
import { unfit } from "../change.js";
import {
  type Converted,
  convertField,
  listed,
  olderDefault,
  quoted,
  when,
} from "../conversions/conversion.js";
import type { FieldVerb } from "../field.js";

type Values = Readonly<Record<string, string>>;

/**
 * Values of an enum, or of a list of them, have other names now: old name → today's name.
 *
 * @example
 * field(charge, "status", valuesRenamed({ paid: "succeeded" }))
 */
export function valuesRenamed(names: Values): FieldVerb {
  const oldOf = inverse(names);
  return {
    kind: "values_renamed",
    follows: "values",
    resolve(address) {
      const { field, values } = enumAt(address, "values_renamed");
      for (const today of Object.values(names)) requireValue(values, today);
      for (const old of Object.keys(names)) {
        if (old in values && !(old in oldOf)) unfit(`${old} is still a value of it`);
      }
      if (Object.keys(oldOf).length < Object.keys(names).length) {
        unfit("two values cannot become one");
      }
      return {
        // Last, so that all other changes of the version can speak of today's values.
        place: () => {
          const { values: now, unknownAs } = enumOf(field.kind);
          const older = Object.entries(now).map(([value, meaning]) => [
            oldOf[value] ?? value,
            meaning,
          ]);
          convertEnum(field, address.scope.gate, {
            kind: enumKind(Object.fromEntries(older), renamed(unknownAs, oldOf)),
            down: table(oldOf),
            up: table(names),
            loss: {},
            says: told(oldOf),
          });
        },
      };
    },
  };
}

/**
 * An enum has values now that older versions do not know: new value → what older versions see.
 *
 * @example
 * field(dispute, "status", valuesAdded({ warning_closed: "won" }))
 */
export function valuesAdded(seenAs: Values): FieldVerb {
  return {
    kind: "values_added",
    follows: "values",
    resolve(address) {
      const { field, values } = enumAt(address, "values_added");
      for (const [added, seen] of Object.entries(seenAs)) {
        requireValue(values, added);
        if (!(seen in values) || seen in seenAs) unfit(`older versions do not know ${seen} either`);
      }
      return {
        edit: () => {
          const { values: now, unknownAs } = enumOf(field.kind);
          const older = Object.entries(now).filter(([value]) => !(value in seenAs));
          convertEnum(field, address.scope.gate, {
            kind: enumKind(Object.fromEntries(older), renamed(unknownAs, seenAs)),
            down: table(seenAs),
            up: given,
            loss: { shown: `${listed(Object.keys(seenAs), "and")}, for which others stand` },
            says: told(seenAs),
          });
        },
      };
    },
  };
}

/** A value that is no longer taken. */
export interface RemovedValue {
  /** What it meant, for the docs of older versions. */
  readonly meant: string;
  /** The value of today that it is taken as. */
  readonly takenAs: string;
  /** Values of today that older versions see as it; they know these no longer. None: it is not shown. */
  readonly shownFor?: readonly string[];
}

/**
 * Values of an enum are gone; older callers may still send them. Older versions are never shown
 * them, unless they stand for others: one value that was split in two.
 *
 * @example
 * param(createInvoice, "pending_items", valuesRemoved({
 *   include_and_require: { meant: "Items are included, and there must be some.", takenAs: "include" },
 * }))
 */
export function valuesRemoved(gone: Readonly<Record<string, RemovedValue>>): FieldVerb {
  const entries = Object.entries(gone);
  const takenAs = Object.fromEntries(entries.map(([old, one]) => [old, one.takenAs]));
  const shownAs = Object.fromEntries(
    entries.flatMap(([old, { shownFor = [] }]) => shownFor.map((value) => [value, old])),
  );
  return {
    kind: "values_removed",
    follows: "values",
    resolve(address) {
      const { field, values } = enumAt(address, "values_removed");
      // What is shown under an old name has that name: nothing else may give it another one.
      if (Object.keys(shownAs).length > 0) claim(address, field, "values_renamed");
      for (const [old, { meant, takenAs: today, shownFor = [] }] of entries) {
        if (old in values) unfit(`${old} is still a value of it`);
        if (meant.trim() === "") unfit(`nothing says what ${old} meant`);
        for (const value of [today, ...shownFor]) requireValue(values, value);
      }
      return {
        place: () => {
          const { values: now, unknownAs } = enumOf(field.kind);
          const kept = Object.entries(now).filter(([value]) => !(value in shownAs));
          const back = entries.map(([old, { meant }]) => [old, meant]);
          convertEnum(field, address.scope.gate, {
            kind: enumKind(Object.fromEntries([...kept, ...back]), renamed(unknownAs, shownAs)),
            down: table(shownAs),
            up: table(takenAs),
            loss: lossOfRemoved(entries),
            says: told(takenAs, "stands for"),
          });
        },
      };
    },
  };
}

function lossOfRemoved(entries: readonly (readonly [string, RemovedValue])[]) {
  const merged = entries.filter(([, { shownFor = [] }]) => shownFor.length > 1);
  const swallowed = entries.filter(([, { shownFor = [], takenAs }]) => !shownFor.includes(takenAs));
  const names = (all: typeof entries) =>
    listed(
      all.map(([old]) => old),
      "and",
    );
  return {
    ...(merged.length > 0 && { shown: `which value ${names(merged)} stands for` }),
    ...(swallowed.length > 0 && { sent: `${names(swallowed)}, for which others are taken` }),
  };
}

/**
 * Older versions see this value (of today's names) for every value that their enum does not know:
 * one that a newer process wrote, or that is added without a word. The definition says the same for
 * all versions with `t.enum(…, { unknownAs })`.
 *
 * @example
 * field(payout, "failure", unknownValuesSeenAs("other"))
 */
export function unknownValuesSeenAs(value: string): FieldVerb {
  return {
    kind: "unknown_values",
    resolve(address) {
      const { field, values } = enumAt(address, "unknown_values");
      requireValue(values, value);
      return {
        edit: () => {
          const { values: now } = enumOf(field.kind);
          field.info = { ...field.info, kind: withEnum(field.kind, enumKind(now, value)) };
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

/** The enum that a kind is, or that its items are. */
function enumOf(kind: Kind): { values: Values; unknownAs: string | undefined } {
  const own = kind.name === "list" ? kind.parts?.[0] : kind;
  if (own?.name !== "enum") return unfit("it is not an enum");
  return { values: own.values ?? {}, unknownAs: own.unknownAs };
}

function withEnum(kind: Kind, own: Kind): Kind {
  return kind.name === "list" ? listKind(own, { ...kind.limits }) : own;
}

function enumAt(address: Address, aspect: string) {
  const field = fieldAt(address);
  const { values } = enumOf(field.kind);
  claim(address, field, aspect);
  return { field, values };
}

function requireValue(values: Values, value: string): void {
  if (!Object.hasOwn(values, value)) unfit(`${value} is no value of it`);
}

interface OlderEnum extends Converted {
  readonly kind: Kind;
  readonly down: Expr;
  readonly up: Expr;
}

function convertEnum(field: DraftField, gate: string, { kind, down, up, loss, says }: OlderEnum) {
  const isList = field.kind.name === "list";
  const whole = (one: Expr): Expr =>
    isList && one !== given ? { op: "each", of: given, item: one } : one;
  const converted = { down: whole(down), up: whole(up), loss, says };
  const before = olderDefault(field.info.default, converted);
  field.info = { ...field.info, kind: withEnum(field.kind, kind), default: before };
  convertField(field, gate, converted);
}

function table(names: Values): Expr {
  const cases = Object.entries(names).map(([from, to]) => [from, constant(to)] as const);
  return cases.length === 0 ? given : when(cases);
}

function inverse(names: Values): Values {
  return Object.fromEntries(Object.entries(names).map(([old, today]) => [today, old]));
}

function renamed(value: string | undefined, names: Values): string | undefined {
  return value === undefined ? undefined : (names[value] ?? value);
}

function told(names: Values, verb = "for"): string {
  const all = Object.entries(names).map(([one, other]) =>
    verb === "for"
      ? `${quoted(other)} for ${quoted(one)}`
      : `${quoted(one)} ${verb} ${quoted(other)}`,
  );
  return `${all.join(", ")}.`;
}
