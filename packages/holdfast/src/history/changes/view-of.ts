import { sidesOf } from "../../contract/guards.js";
import type { FieldCondition } from "../../definition/kind.js";
import type { AnyType } from "../../definition/type.js";
import { viewName } from "../../definition/view.js";
import { arrive, lastOf, parentOf, siblingAt } from "../address.js";
import { unfit } from "../change.js";
import { requireDescribed } from "../described.js";
import type { FieldVerb } from "../field.js";
import { guardOn } from "../guard-on.js";

/**
 * It was a page of only some of the items of another field: those that show some values, by names
 * and values of this version. The other field's batch loader is told which are wanted, so that the
 * page is full and counts what it shows.
 *
 * @example
 * field(customer, "cards", wasViewOf("sources", { object: "card" }, t.page(card).describe("…")))
 */
export function wasViewOf(
  name: string,
  where: Readonly<Record<string, string>>,
  was: AnyType,
): FieldVerb {
  return {
    kind: "view",
    resolve(address) {
      const { scope } = address;
      const whole = siblingAt(address, name);
      const resource = "resource" in address.owner ? address.owner.resource : "";
      const definition = scope.draft.resources.get(resource)?.definition;
      const [head = "", ...deeper] = whole.value.op === "head" ? whole.value.path : [];
      const isBatch = definition?.getters.get(head)?.how === "batch";
      if (!isBatch || deeper.length > 0) unfit(`${name} has no batch loader that can be told`);
      if (was.info.kind.name !== "page") unfit("it was not a page");
      requireDescribed(was.info);
      const of = scope.draft.resources.get(whole.kind.resource ?? "")?.definition;
      if (!of) return unfit(`${name} holds no resources`);
      const conditions = Object.entries(where).map(([by, is]): FieldCondition => {
        const guard = guardOn(of, scope.draft, by, is);
        return { field: guard.path.join("."), in: sidesOf(guard, of).is };
      });
      const last = lastOf(address.path);
      return {
        place: () => {
          const parent = parentOf(address);
          const kind = was.info.kind.withPlace?.(`${resource}.${last}`) ?? was.info.kind;
          parent.add({
            ...whole.freeze(),
            name: last,
            info: { ...was.info, kind },
            value: { op: "head", path: [viewName(head, conditions)] },
            steps: [],
            via: [...whole.via, scope.gate],
          });
          arrive(scope, parent, last);
        },
      };
    },
  };
}
