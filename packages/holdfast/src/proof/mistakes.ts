import { namesOf } from "../compile/read-params.js";
import { isHash } from "../definition/kinds/containers.js";
import type { Path } from "../definition/path.js";
import type { ObjectShape } from "../definition/shape.js";
import type { WireObject, WireValue } from "../http/message.js";
import { mayBeAbsent } from "./param-sampler.js";

/** A request with one thing wrong about it. */
export interface Mistake {
  readonly sent: WireObject;
  /** The error that it gets; null where it is to be ignored. */
  readonly expects: "parameter_missing" | "parameter_unknown" | null;
  /** The address that the error tells, in the caller's names. */
  readonly param: Path;
  /** A value that no error may quote, whatever else comes of it. */
  readonly hidden?: string;
}

const UNKNOWN = "no_such_param";
const SECRET = "4929000000006";

/** Every single mistake that can be made in a request, with what must come of it. */
export function mistakesIn(
  params: ObjectShape,
  sent: WireObject,
  unknownParams: "refused" | "ignored",
): Mistake[] {
  const found: Mistake[] = [];
  const walk = (shape: ObjectShape, value: WireObject, at: Path, names = namesOf(shape)): void => {
    const refuses = (shape.unknownKeys ?? unknownParams) === "refused";
    const unknown = [...at, UNKNOWN];
    const expects = refuses ? "parameter_unknown" : null;
    found.push({ sent: withValue(sent, unknown, "1"), expects, param: unknown });
    for (const field of shape.fields.values()) {
      const { name, info, target } = field;
      const param = [...at, name];
      const inner = value[name];
      if (inner === undefined) continue;
      const isOnlyName = (names.get(target.join("."))?.length ?? 1) === 1;
      if (!mayBeAbsent(field) && isOnlyName) {
        found.push({ sent: withValue(sent, param), expects: "parameter_missing", param });
      }
      if (info.sensitive) {
        for (const wrong of [Number(SECRET), SECRET, [SECRET]]) {
          const tried = withValue(sent, param, wrong);
          found.push({ sent: tried, expects: null, param, hidden: SECRET });
        }
      }
      const { shape: below, sharesScope } = info.kind;
      if (below && isHash(inner)) walk(below, inner, param, sharesScope ? names : undefined);
    }
  };
  walk(params, sent, []);
  return found;
}

/** A copy with another value at a path, or with none. */
function withValue(object: WireObject, [name = "", ...rest]: Path, value?: WireValue): WireObject {
  const { [name]: old, ...others } = object;
  if (rest.length > 0) {
    return {
      ...others,
      [name]: withValue(isHash(old ?? null) ? (old as WireObject) : {}, rest, value),
    };
  }
  return value === undefined ? others : { ...others, [name]: value };
}
