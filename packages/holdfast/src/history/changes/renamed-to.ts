import { fieldAt, lastOf, parentOf, siblingAt } from "../address.js";
import type { FieldVerb } from "../field.js";

/**
 * It has another name now; `name` may be a path, where it also stands elsewhere now. Its type,
 * meaning and values are what they were.
 *
 * @example
 * field(charge, "card", renamedTo("source"))
 * field(event, "user_id", renamedTo("account"))
 */
export function renamedTo(name: string): FieldVerb {
  return {
    kind: "renamed",
    resolve(address) {
      const field = siblingAt(address, name);
      const moved = name.includes(".");
      return {
        edit: () => {
          field.via.add(address.scope.gate);
          field.name = lastOf(address.path);
          if (moved) field.parent.remove(field);
        },
        place: () => {
          if (!moved) return;
          const parent = parentOf(address);
          field.parent = parent;
          field.order = Number.MAX_SAFE_INTEGER;
          parent.fields.push(field);
        },
      };
    },
  };
}

/**
 * It is also there under another name now, and soon under that alone: older versions show and
 * take both. Values that disagree are refused.
 */
export function supersededBy(name: string): FieldVerb {
  return {
    kind: "superseded",
    resolve(address) {
      const field = siblingAt(address, name);
      return {
        edit: () => {
          const twin = field.parent.add({ ...field.freeze(), name: lastOf(address.path) });
          twin.via.add(address.scope.gate);
        },
      };
    },
  };
}

/** Nothing changed but that it is there now. Older versions neither show nor take it. */
export function added(): FieldVerb {
  return {
    kind: "added",
    resolve(address) {
      const field = fieldAt(address);
      return { edit: () => field.parent.remove(field) };
    },
  };
}
