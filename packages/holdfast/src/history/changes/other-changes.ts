import type { WirePolicy } from "../../contract/contract.js";
import { captureOrigin } from "../../definition/location.js";
import type { Change } from "../change.js";

/**
 * Everything was written differently on the wire.
 *
 * @example
 * wireWas({ nulls: "omitted", unknownParams: "ignored" })
 */
export function wireWas(policy: Partial<WirePolicy>): Change {
  return {
    kind: "wire",
    subject: Object.keys(policy).join(", "),
    origin: captureOrigin(wireWas),
    resolve({ draft, claim }) {
      for (const aspect of Object.keys(policy)) claim("wire", aspect);
      return {
        edit: () => {
          draft.wire = { ...draft.wire, ...policy };
          if (policy.lists !== undefined) draft.lists.forget();
        },
      };
    },
  };
}

/**
 * Logic behaves differently; the shapes are what they were. Methods that ask about the gate list
 * it under `asks`.
 *
 * @example
 * export default gate("descriptor_appended", [behaviour()]);
 */
export function behaviour(): Change {
  return {
    kind: "behaviour",
    subject: "behaviour",
    origin: captureOrigin(behaviour),
    resolve: () => ({}),
  };
}
