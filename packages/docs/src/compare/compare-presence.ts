import type { FieldInfo } from "holdfast/contract";
import type { AttributePair } from "./compare-attribute.js";
import { shown } from "./compare-type.js";
import type { Difference } from "./difference.js";

/**
 * What differs in whether an attribute is there, may be null, and what it is where it is left out.
 *
 * @param before what older versions had, where nothing else tells it; or nothing
 */
export function comparePresence(pair: AttributePair, before: string): readonly Difference[] {
  if (pair.isParam) return [...params(pair), ...nullness(pair, "")];
  const told = before === "" ? "" : `; before: ${before}`;
  return [...fields(pair, told), ...nullness(pair, told)];
}

function params(pair: AttributePair): readonly Difference[] {
  const { before, after, name } = pair;
  const [was, is] = [before.info.default, after.info.default];
  const [mustBefore, mustNow] = [mustBeSent(before.info), mustBeSent(after.info)];
  const stoodFor = was === undefined ? "" : `; left out, it was ${shown(was)}`;
  const standsFor = is === undefined ? "" : `; left out, it is ${shown(is)}`;
  if (mustNow && !mustBefore) {
    return [
      pair.tell("required", {
        says: `${name} must be sent now${stoodFor}`,
        mend: `Always send ${name}.`,
        was,
        is,
      }),
    ];
  }
  if (mustBefore && !mustNow) {
    return [pair.tell("optional", { says: `${name} may be left out now${standsFor}`, was, is })];
  }
  if (mustNow || JSON.stringify(was) === JSON.stringify(is)) return [];
  const stood = was === undefined ? "nothing was taken for it" : `it was ${shown(was)}`;
  return [
    pair.tell("default", {
      says: `Where ${name} is left out, ${is === undefined ? "nothing is taken for it" : `it is ${shown(is)}`} now; ${stood}`,
      mend:
        was === undefined
          ? `Send ${name} where ${shown(is)} is not what you want.`
          : `Send ${shown(was)} as ${name} where you left it out.`,
      was,
      is,
    }),
  ];
}

/** Whether callers have to send a param. */
export function mustBeSent(info: FieldInfo): boolean {
  return !info.optional && info.default === undefined;
}

function fields(pair: AttributePair, told: string): readonly Difference[] {
  const { before, after, name } = pair;
  const [was, is] = [before.info.optional, after.info.optional];
  if (was === is) return [];
  return [
    is
      ? pair.tell("optional", {
          says: `${name} may be left out now${told}`,
          mend: `Be ready for answers without ${name}.`,
        })
      : pair.tell("required", { says: `${name} is always there now` }),
  ];
}

function nullness(pair: AttributePair, told: string): readonly Difference[] {
  const { before, after, name, isParam } = pair;
  if (before.info.nullable === after.info.nullable) return [];
  if (after.info.nullable) {
    return [
      pair.tell("nullable", {
        says: isParam
          ? `${name} may be sent as null now, which unsets it`
          : `${name} may be null now${told}`,
        mend: isParam ? undefined : `Be ready for ${name} being null.`,
      }),
    ];
  }
  return [
    pair.tell("not_null", {
      says: isParam ? `${name} cannot be null any more` : `${name} is never null now${told}`,
      mend: isParam ? `Do not send null as ${name}.` : undefined,
    }),
  ];
}
