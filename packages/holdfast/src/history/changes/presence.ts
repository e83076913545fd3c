import type { DraftField } from "../../contract/draft.js";
import { stringKind } from "../../definition/kinds/text.js";
import type { Address } from "../address.js";
import { unfit } from "../change.js";
import type { FieldVerb } from "../field.js";
import { infoVerb } from "./info-verb.js";

/**
 * Callers with a publishable key no longer see it.
 *
 * @example
 * field(card, "fingerprint", hiddenFromPublishableKeys())
 */
export function hiddenFromPublishableKeys(): FieldVerb {
  return infoVerb("audience", ({ info }) => {
    if (info.audience !== "secret") unfit("the definition must mark it .secretOnly()");
    return { info: { audience: "everyone" } };
  });
}

/**
 * It is still served and taken, but no longer listed.
 *
 * @example
 * field(charge, "card", becameUndocumented())
 */
export function becameUndocumented(): FieldVerb {
  return infoVerb("undocumented", ({ info }) => {
    if (!info.undocumented) unfit("the definition must mark it .undocumented()");
    return { info: { undocumented: false } };
  });
}

/**
 * An empty text unsets it now; older versions keep the empty text.
 *
 * @example
 * param(updateCharge, "description", emptyBecameNull())
 */
export function emptyBecameNull(): FieldVerb {
  return infoVerb("empty_text", ({ info }) => {
    if (info.kind.name !== "string" || !info.nullable) unfit("it is not a text that can be null");
    const { maxLength, minLength, pattern } = info.kind.limits ?? {};
    const kind = stringKind({
      takesEmpty: true,
      ...(typeof maxLength === "number" && { maxLength }),
      ...(typeof minLength === "number" && { minLength }),
      ...(typeof pattern === "string" && { pattern: new RegExp(pattern, "u") }),
    });
    return { info: { nullable: false, kind } };
  });
}

/**
 * It must be given now; older versions may leave it out. For a param, `absentAs` is what leaving it
 * out then means, in the words of the older version; a param that head takes as optional needs none.
 *
 * @example
 * param(createCharge, "currency", becameRequired("usd"))
 */
export function becameRequired(absentAs?: unknown): FieldVerb {
  return infoVerb("required", (field, isParam, address) => {
    const { info } = field;
    if (info.optional && absentAs === undefined) unfit("it is not required now");
    if (absentAs === undefined) return { info: { optional: true } };
    if (!isParam) unfit("only a param that is left out stands for something");
    refuseDefault(field, address);
    return { info: { optional: true, default: absentAs } };
  });
}

/**
 * A param that is left out means something else now; in older versions it meant `before`, or, with
 * undefined, nothing.
 *
 * @example
 * param(createCharge, "capture", defaultWas(false))
 */
export function defaultWas(before: unknown): FieldVerb {
  return infoVerb("default", (field, isParam, address) => {
    if (!isParam) unfit("only a param has a default");
    if (before !== undefined) refuseDefault(field, address);
    return { info: { default: before, optional: true } };
  });
}

/** What an update leaves out stays as it is; but what stands in a list is given whole. */
function refuseDefault({ parent }: DraftField, { owner, root, scope }: Address): void {
  const method = "method" in owner ? scope.draft.methods.get(owner.method) : undefined;
  if (method?.definition.updates && parent.top === root) {
    unfit("the method updates: what is left out stays as it is");
  }
}
