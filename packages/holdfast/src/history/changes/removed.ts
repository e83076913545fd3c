import { arrive, lastOf, parentOf } from "../address.js";
import { unfit } from "../change.js";
import type { FieldVerb } from "../field.js";

/**
 * It is no longer there. The definition keeps it, typed and described, marked `.until(gate)`.
 *
 * @example
 * field(charge, "fee", removed())
 */
export function removed(): FieldVerb {
  return {
    kind: "removed",
    resolve(address) {
      const parent = parentOf(address);
      const name = lastOf(address.path);
      const dormant = parent.dormant.get(name);
      const { scope } = address;
      const { gate } = scope;
      if (dormant?.info.until !== gate) {
        unfit(`the definition must have ${name} there, marked .until("${gate}")`);
      }
      return {
        edit: () => {
          scope.restored.add(dormant);
          parent.wake(name)?.via.add(gate);
        },
        place: () => arrive(scope, parent, name),
      };
    },
  };
}
