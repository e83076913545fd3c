import { fieldAt } from "../address.js";
import { unfit } from "../change.js";
import type { FieldVerb } from "../field.js";

/**
 * Unknown keys within this hash are refused now; older versions ignore them.
 *
 * @example
 * param(createToken, "card", unknownKeysBecameRefused())
 */
export function unknownKeysBecameRefused(): FieldVerb {
  return {
    kind: "unknown_keys",
    resolve(address) {
      const field = fieldAt(address);
      const inner = field.inner ?? unfit("it is not a hash");
      return {
        edit: () => {
          inner.unknownKeys = "ignored";
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

/**
 * A required key that is missing within this hash has another HTTP status now than `status`.
 *
 * @example
 * param(createToken, "card", missingKeysHadStatus(402))
 */
export function missingKeysHadStatus(status: number): FieldVerb {
  return {
    kind: "missing_status",
    resolve(address) {
      const field = fieldAt(address);
      const inner = field.inner ?? unfit("it is not a hash");
      return {
        edit: () => {
          for (const key of inner.fields) key.missingStatus = status;
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}
