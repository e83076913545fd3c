import { namesOf } from "../compile/read-params.js";
import type { MethodShape } from "../contract/contract.js";
import { isHash } from "../definition/kinds/containers.js";
import type { Path } from "../definition/path.js";
import { routeParams } from "../definition/route-params.js";
import type { ObjectShape } from "../definition/shape.js";
import type { WireObject } from "../http/message.js";
import { mayBeAbsent } from "./param-sampler.js";
import { withValue } from "./with-value.js";

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
  { params, path }: MethodShape,
  sent: WireObject,
  unknownParams: "refused" | "ignored",
): Mistake[] {
  const found: Mistake[] = [];
  const inPath = routeParams(path);
  const walk = (shape: ObjectShape, value: WireObject, at: Path, names = namesOf(shape)): void => {
    const refuses = (shape.unknownKeys ?? unknownParams) === "refused";
    const unknown = [...at, UNKNOWN];
    const expects = refuses ? "parameter_unknown" : null;
    found.push({ sent: withValue(sent, unknown, "1"), expects, param: unknown });
    for (const field of shape.fields.values()) {
      const { name, info, target } = field;
      const param = [...at, name];
      const inner = value[name];
      // Without what its path says, a request is about another method.
      if (inner === undefined || (at.length === 0 && inPath.includes(name))) continue;
      const isOnlyName = (names.get(target.join("."))?.length ?? 1) === 1;
      if (!mayBeAbsent(field) && isOnlyName) {
        found.push({
          sent: withValue(sent, param, undefined),
          expects: "parameter_missing",
          param,
        });
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
