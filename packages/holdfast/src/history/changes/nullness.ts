import { constant, given } from "../../definition/expr.js";
import { unfit } from "../change.js";
import { type Converted, quoted, when } from "../conversions/conversion.js";
import { insteadOfNull } from "../conversions/tables.js";
import type { FieldVerb } from "../field.js";
import { infoVerb } from "./info-verb.js";

/**
 * A field may be absent now, or a param left out; older versions always have it. What they show in
 * its place is `seenAs`. A param that older callers had to give needs none.
 *
 * @example
 * field(charge, "description", becameOptional(""))
 */
export function becameOptional(seenAs?: unknown): FieldVerb {
  return infoVerb("optional", ({ info }, isParam) => {
    if (!info.optional && info.default === undefined) unfit("it is not optional now");
    if (isParam) return { info: { optional: false, default: undefined } };
    const instead = info.nullable ? null : seenAs;
    if (instead === undefined) unfit("say what older versions see where it is absent");
    if (info.nullable && seenAs !== undefined) unfit("where it is absent, they see null");
    return { info: { optional: false }, converted: insteadOfNull(instead) };
  });
}

/**
 * It may be null now; older versions see `seenAs` in its place, and their callers cannot send
 * null. A param needs no `seenAs`.
 *
 * @example
 * field(charge, "description", becameNullable(""))
 */
export function becameNullable(seenAs?: unknown): FieldVerb {
  return infoVerb("nullable", ({ info }, isParam) => {
    if (!info.nullable) unfit("it cannot be null now");
    if (isParam) return { info: { nullable: false } };
    if (seenAs === undefined || seenAs === null)
      unfit("say what older versions see where it is null");
    return { info: { nullable: false }, converted: insteadOfNull(seenAs) };
  });
}

/**
 * It can no longer be null. Of a param, `meant` is what a null of older callers stands for.
 *
 * @example
 * param(updateCustomer, "description", neverNull(""))
 */
export function neverNull(meant?: unknown): FieldVerb {
  return infoVerb("never_null", ({ info }, isParam) => {
    if (info.nullable) unfit("it can be null now");
    if (!isParam) return { info: { nullable: true } };
    if (meant === undefined || meant === null) unfit("say what a null of older callers stands for");
    const converted: Converted = {
      down: given,
      up: when([[null, constant(meant)]]),
      loss: { sent: `whether it was null or ${quoted(meant)}` },
      says: `The same; null stands for ${quoted(meant)}.`,
    };
    return { info: { nullable: true }, converted };
  });
}

/**
 * It is null now where there is nothing; older versions leave it out.
 *
 * @example
 * field(charge, "dispute", absentBecameNull())
 */
export function absentBecameNull(): FieldVerb {
  return infoVerb("absent_null", ({ info }, isParam) => {
    if (isParam) unfit("a param that is left out and one that is null are two things");
    if (!info.nullable) unfit("it cannot be null now");
    const converted: Converted = {
      down: when([[null, constant(undefined)]]),
      loss: {},
      says: "Left out where it is null.",
    };
    return { info: { nullable: false, optional: true }, converted };
  });
}

/**
 * It is left out now where there is nothing; older versions show null.
 *
 * @example
 * field(charge, "dispute", nullBecameAbsent())
 */
export function nullBecameAbsent(): FieldVerb {
  return infoVerb("null_absent", ({ info }, isParam) => {
    if (isParam) unfit("a param that is left out and one that is null are two things");
    if (!info.optional || info.nullable) unfit("it is not left out now where there is nothing");
    const converted: Converted = {
      down: when([[null, constant(null)]]),
      loss: {},
      says: "Null where there is none.",
    };
    return { info: { nullable: true, optional: false }, converted };
  });
}
