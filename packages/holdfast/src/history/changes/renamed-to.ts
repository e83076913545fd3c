import {
  arrive,
  claim,
  lastOf,
  parentOf,
  relocate,
  requireSameRecord,
  siblingAt,
} from "../address.js";
import type { FieldVerb } from "../field.js";

/**
 * It has another name now. A `name` without dots stands beside it; where it stands elsewhere now,
 * `name` is its path (`.source`, with a dot, at the top). Its type, meaning and values are what
 * they were.
 *
 * @example
 * field(charge, "card", renamedTo("source"))
 * field(event, "user_id", renamedTo("request.account"))
 */
export function renamedTo(name: string): FieldVerb {
  return {
    kind: "renamed",
    // A move is the field's own: params stand in places of theirs.
    ...(!name.includes(".") && { follows: "name", now: name }),
    resolve: (address) => relocate(address, siblingAt(address, name)),
  };
}

/**
 * It is also there under another name now, and soon under that alone: older versions show and
 * take both. Values that disagree are refused.
 *
 * @example
 * field(customer, "account_balance", supersededBy("balance"))
 */
export function supersededBy(name: string): FieldVerb {
  return {
    kind: "superseded",
    resolve(address) {
      const field = siblingAt(address, name);
      return {
        place: () => {
          const parent = parentOf(address);
          requireSameRecord(parent, field.parent);
          const twin = parent.add({ ...field.freeze(), name: lastOf(address.path) });
          twin.via.add(address.scope.gate);
          arrive(address.scope, parent, twin.name);
        },
      };
    },
  };
}

/**
 * Nothing changed but that it is there now. Older versions neither show nor take it.
 *
 * @example
 * field(charge, "status", added())
 */
export function added(): FieldVerb {
  return {
    kind: "added",
    resolve(address) {
      const field = siblingAt(address, lastOf(address.path));
      claim(address, field, "name");
      return {
        edit: () => {
          field.parent.remove(field);
          field.parent.free(field.name, address.scope.gate);
        },
      };
    },
  };
}
