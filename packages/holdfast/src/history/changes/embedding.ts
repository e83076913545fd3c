import type { Expr } from "../../definition/expr.js";
import { idOfKind, wholePageKind } from "../../definition/kinds/embedding.js";
import { embeddedKind, refKind } from "../../definition/kinds/links.js";
import type { MethodDefinition } from "../../definition/method.js";
import { claim, fieldAt, valueAt } from "../address.js";
import { ChangeProblem, unfit } from "../change.js";
import type { FieldVerb } from "../field.js";

/**
 * It embeds the object now; older versions show its id, which callers may expand.
 *
 * @example
 * field(charge, "customer", becameEmbedded())
 */
export function becameEmbedded(): FieldVerb {
  return {
    kind: "expandable",
    resolve(address) {
      const field = fieldAt(address);
      const { name, resource, byId } = field.kind;
      if (name !== "resource" || resource === undefined) unfit("it is not an embedded object now");
      claim(address, field, "type");
      return {
        edit: () => {
          const kind = byId ? refKind(resource) : idOfKind(resource);
          field.info = { ...field.info, kind };
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

/**
 * It is always shown now; older versions leave it out unless it is expanded.
 *
 * @example
 * field(customer, "tax_ids", becameAlwaysShown())
 */
export function becameAlwaysShown(): FieldVerb {
  return {
    kind: "expandable",
    resolve(address) {
      const field = fieldAt(address);
      if (field.info.onlyExpanded) unfit("it is left out now, unless it is expanded");
      claim(address, field, "only expanded");
      return {
        edit: () => {
          field.info = { ...field.info, onlyExpanded: true };
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

/**
 * It is the items alone now; older versions show them as a page, all on one. `readAt` is the method
 * that lists them, and `params` says which fields fill its route, both by today's names.
 *
 * @example
 * field(charge, "refunds", becameArray(listRefunds, { charge: "id" }))
 */
export function becameArray(
  readAt: MethodDefinition,
  params: Readonly<Record<string, string>> = {},
): FieldVerb {
  return {
    kind: "list_shape",
    resolve(address) {
      const field = fieldAt(address);
      const { resource } = field.kind;
      if (field.kind.name !== "list" || resource === undefined) {
        return unfit("it is not a list of resources now");
      }
      if (!address.scope.draft.methods.get(readAt.name)) {
        throw new ChangeProblem("reference_unknown", { what: "method", name: readAt.name });
      }
      const route = Object.entries(params).map(([name, from]): [string, Expr] => [
        name,
        valueAt(address, from).value,
      ]);
      claim(address, field, "type");
      return {
        edit: () => {
          const [item = embeddedKind(resource)] = field.kind.parts ?? [];
          const place = `${address.ownerName}.${address.path.join(".")}`;
          field.info = { ...field.info, kind: wholePageKind(item, readAt.name, place) };
          field.value = {
            op: "match",
            of: field.value,
            cases: [[null, { op: "constant", value: null }]],
            otherwise: {
              op: "object",
              members: [
                ["items", field.value],
                ["params", { op: "object", members: route }],
              ],
            },
          };
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}
