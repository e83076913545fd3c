import { type Expr, given } from "../../definition/expr.js";
import type { Kind } from "../../definition/kind.js";
import { unfit } from "../change.js";
import type { Converted } from "../conversions/conversion.js";
import type { FieldVerb } from "../field.js";
import { infoVerb } from "./info-verb.js";

type Limits = Readonly<Record<string, number | string | undefined>>;

/**
 * It has limits now that older versions do not have; the names of the limits.
 *
 * @example
 * param(createCustomer, "description", limited("maxLength"))
 */
export function limited(...names: readonly string[]): FieldVerb {
  return infoVerb(
    "limited",
    ({ kind }) => {
      for (const name of names) {
        if (kind.limits?.[name] === undefined) unfit(`it has no limit ${name}`);
      }
      return {
        info: {
          kind: withLimits(kind, Object.fromEntries(names.map((name) => [name, undefined]))),
        },
      };
    },
    "values",
  );
}

/**
 * It had other limits than it has now. Callers of older versions are held to them. What older
 * versions show is cut to them: a text or a list that is too long loses its end, a number becomes
 * the nearest that is allowed.
 *
 * @example
 * field(charge, "statement_descriptor", limitsWere({ maxLength: 15 }))
 */
export function limitsWere(limits: Limits): FieldVerb {
  return infoVerb(
    "limits",
    ({ kind }, isParam) => {
      const info = { kind: withLimits(kind, limits) };
      return isParam ? { info } : { info, converted: cutTo(narrowed(kind, limits)) };
    },
    "values",
  );
}

function withLimits(kind: Kind, limits: Limits): Kind {
  return kind.withLimits?.(limits) ?? unfit("its type has no limits");
}

/** The limits that are narrower than today's. */
function narrowed(kind: Kind, limits: Limits): Limits {
  return Object.fromEntries(
    Object.entries(limits).filter(([name, limit]) => {
      const now = kind.limits?.[name];
      if (limit === undefined || limit === now) return false;
      if (typeof limit !== "number" || typeof now !== "number") return true;
      return name.startsWith("min") ? limit > now : limit < now;
    }),
  );
}

function cutTo(limits: Limits): Converted | undefined {
  const names = Object.keys(limits);
  if (names.length === 0) return undefined;
  const other = names.find((name) => !CUT.has(name));
  if (other !== undefined) unfit(`what older versions see cannot be made to fit ${other}`);
  const says = names.map((name) => `${name} ${limits[name]}`).join(", ");
  return {
    down: cut(limits),
    loss: { shown: `what is beyond ${says}` },
    says: `Cut to ${says}.`,
  };
}

const CUT = new Set(["maxLength", "maxItems", "min", "max"]);

function cut({ maxLength, maxItems, min, max }: Limits): Expr {
  const most = maxLength ?? maxItems;
  return {
    op: "within",
    of: given,
    ...(typeof most === "number" && { most }),
    ...(typeof min === "number" && { min }),
    ...(typeof max === "number" && { max }),
  };
}
