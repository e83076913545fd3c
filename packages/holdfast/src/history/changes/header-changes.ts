import type { HeaderShape } from "../../contract/contract.js";
import { isHeaderName } from "../../definition/header-name.js";
import { stringKind } from "../../definition/kinds/text.js";
import { captureOrigin, type Origin } from "../../definition/location.js";
import type { ResponseHeader } from "../../definition/response-header.js";
import { typeOf } from "../../definition/type.js";
import { claim, fieldAt } from "../address.js";
import { type Change, ChangeProblem, unfit } from "../change.js";
import type { Conversion } from "../conversions/conversion.js";
import type { FieldVerb } from "../field.js";

function headerChange(
  kind: string,
  of: ResponseHeader,
  origin: Origin,
  older: (header: HeaderShape, gate: string) => Partial<HeaderShape>,
): Change {
  return {
    kind,
    subject: of.name,
    origin,
    resolve({ draft, gate, claim }) {
      const header = draft.header(of.name);
      if (!header) throw new ChangeProblem("unknown_subject", {});
      claim(of, kind);
      older(header, gate);
      return {
        edit: () => {
          const newer = draft.header(of.name) ?? header;
          draft.changeHeader(of.name, { ...newer, ...older(newer, gate) });
        },
      };
    },
  };
}

/**
 * A param stood in another header, or in one where it now stands in the query or the body; with
 * null, it stood in the query or the body.
 *
 * @example
 * param(listThings, "tenant", headerWas("X-Tenant"))
 */
export function headerWas(name: string | null): FieldVerb {
  return {
    kind: "header",
    resolve(address) {
      const field = fieldAt(address);
      if (!("method" in address.owner) || address.path.length > 1) {
        unfit("only a method's own params stand in headers");
      }
      if (name === null && field.info.header === undefined) unfit("it stands in no header now");
      if (name !== null && !isHeaderName(name)) unfit(`${name} is no name of a header`);
      claim(address, field, "header");
      return {
        edit: () => {
          field.info = { ...field.info, header: name ?? undefined };
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

/**
 * A header of answers had another name; with null, it was not sent.
 *
 * @example
 * responseHeaderWas(requestId, "X-Request-Id")
 */
export function responseHeaderWas(of: ResponseHeader, name: string | null): Change {
  return headerChange("header_name", of, captureOrigin(responseHeaderWas), (header) => {
    if (header.name === null) unfit("it is not sent now");
    if (name !== null && !isHeaderName(name)) unfit(`${name} is no name of a header`);
    return { name };
  });
}

/**
 * A header of answers is no longer sent. The definition keeps it, with `until` this gate.
 *
 * @example
 * responseHeaderRemoved(cardCount)
 */
export function responseHeaderRemoved(of: ResponseHeader): Change {
  return headerChange(
    "header_removed",
    of,
    captureOrigin(responseHeaderRemoved),
    (_header, gate) =>
      of.until === gate ? { name: of.name } : unfit(`the definition must have until: "${gate}"`),
  );
}

/** What a header's value is, on both sides of a change. */
const { info: text } = typeOf<string>(stringKind());

/**
 * A header of answers had another value, which follows from the one that it has now. Both are
 * texts.
 *
 * @example
 * responseHeaderValueWas(thingStatus, mapped({ paid: "succeeded" }))
 */
export function responseHeaderValueWas(of: ResponseHeader, how: Conversion): Change {
  return headerChange(
    "header_value",
    of,
    captureOrigin(responseHeaderValueWas),
    ({ name, steps }, gate) => {
      if (name === null) unfit("it is not sent now");
      const converted = how.between({ today: [text], before: text });
      if (!converted.down) unfit("what older versions were sent cannot be told");
      return { steps: [...steps, { gate, ...converted }] };
    },
  );
}
