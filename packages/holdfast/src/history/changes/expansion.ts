import { listKind } from "../../definition/kinds/containers.js";
import { embeddedKind, loadedKind } from "../../definition/kinds/links.js";
import { claim, fieldAt } from "../address.js";
import { unfit } from "../change.js";
import { convertField } from "../conversions/conversion.js";
import { itemsOfPage } from "../conversions/lists.js";
import type { FieldVerb } from "../field.js";

/**
 * It holds an id now, which callers may expand; older versions embed the object.
 *
 * @example
 * field(charge, "customer", becameReference())
 */
export function becameReference(): FieldVerb {
  return {
    kind: "expandable",
    resolve(address) {
      const field = fieldAt(address);
      const { resource } = field.kind;
      if (field.kind.name !== "ref" || resource === undefined) unfit("it is not a reference now");
      claim(address, field, "type");
      return {
        edit: () => {
          field.info = { ...field.info, kind: loadedKind(resource) };
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

/**
 * It is left out now unless it is expanded; older versions always show it.
 *
 * @example
 * field(customer, "sources", becameExpandOnly())
 */
export function becameExpandOnly(): FieldVerb {
  return {
    kind: "expandable",
    resolve(address) {
      const field = fieldAt(address);
      if (!field.info.onlyExpanded) unfit("the definition must mark it .onlyExpanded()");
      return {
        edit: () => {
          field.info = { ...field.info, onlyExpanded: false };
          field.via.add(address.scope.gate);
        },
      };
    },
  };
}

/**
 * It is a page now; older versions show the items alone, as an array.
 *
 * @example
 * field(charge, "refunds", becamePage())
 */
export function becamePage(): FieldVerb {
  return {
    kind: "list_shape",
    resolve(address) {
      const field = fieldAt(address);
      const { resource } = field.kind;
      if (field.kind.name !== "page" || resource === undefined) unfit("it is not a page now");
      claim(address, field, "type");
      return {
        edit: () => {
          const converted = itemsOfPage().between({ today: [field.info], before: field.info });
          field.info = { ...field.info, kind: listKind(embeddedKind(resource)) };
          convertField(field, address.scope.gate, converted);
        },
      };
    },
  };
}
