import type { DraftField } from "../../contract/draft.js";
import { stringKind } from "../../definition/kinds/text.js";
import type { FieldInfo } from "../../definition/type.js";
import { type Address, claim, fieldAt } from "../address.js";
import { unfit } from "../change.js";
import type { FieldVerb } from "../field.js";

function infoVerb(
  kind: string,
  older: (info: FieldInfo, field: DraftField) => Partial<FieldInfo>,
): FieldVerb {
  return {
    kind,
    resolve(address: Address) {
      const field = fieldAt(address);
      const changed = older(field.info, field);
      claim(address, field, kind);
      return {
        edit: () => {
          field.info = { ...field.info, ...changed };
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

/** Callers with a publishable key no longer see it. */
export function hiddenFromPublishableKeys(): FieldVerb {
  return infoVerb("audience", (info) => {
    if (info.audience !== "secret") unfit("the definition must mark it .secretOnly()");
    return { audience: "everyone" };
  });
}

/** It is still served and taken, but no longer listed. */
export function becameUndocumented(): FieldVerb {
  return infoVerb("undocumented", (info) => {
    if (!info.undocumented) unfit("the definition must mark it .undocumented()");
    return { undocumented: false };
  });
}

/** An empty text unsets it now; older versions keep the empty text. */
export function emptyBecameNull(): FieldVerb {
  return infoVerb("empty_text", (info) => {
    if (info.kind.name !== "string" || !info.nullable) unfit("it is not a text that can be null");
    const { maxLength, minLength, pattern } = info.kind.limits ?? {};
    return {
      nullable: false,
      kind: stringKind({
        takesEmpty: true,
        ...(typeof maxLength === "number" && { maxLength }),
        ...(typeof minLength === "number" && { minLength }),
        ...(typeof pattern === "string" && { pattern: new RegExp(pattern, "u") }),
      }),
    };
  });
}

/** It has limits now that older versions do not have; the names of the limits. */
export function limited(...names: readonly string[]): FieldVerb {
  return infoVerb("limited", (info) => {
    for (const name of names) {
      if (info.kind.limits?.[name] === undefined) unfit(`it has no limit ${name}`);
    }
    const kind = info.kind.withLimits?.(Object.fromEntries(names.map((name) => [name, undefined])));
    return kind ? { kind } : unfit("its type has no limits to lift");
  });
}

/** A param must be given now; older versions may leave it out, which means `absentAs`. */
export function becameRequired(absentAs?: unknown): FieldVerb {
  return infoVerb("required", (info) => {
    if (info.optional && absentAs === undefined) unfit("it is not required now");
    return absentAs === undefined ? { optional: true } : { optional: true, default: absentAs };
  });
}

/** A param that is left out means something else now; in older versions it meant `before`. */
export function defaultWas(before: unknown): FieldVerb {
  return infoVerb("default", () => ({ default: before, optional: true }));
}
