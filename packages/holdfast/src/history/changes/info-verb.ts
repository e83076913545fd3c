import type { DraftField } from "../../contract/draft.js";
import type { FieldInfo } from "../../definition/type.js";
import { type Address, claim, fieldAt } from "../address.js";
import { type Converted, convertField } from "../conversions/conversion.js";
import type { FieldVerb } from "../field.js";

/** What is known of a field before a change, and how its values follow where they do not stay. */
export interface OlderInfo {
  readonly info: Partial<FieldInfo>;
  readonly converted?: Converted | undefined;
}

/** A verb that changes what is known of one field. */
export function infoVerb(
  kind: string,
  older: (field: DraftField, isParam: boolean, address: Address) => OlderInfo,
  follows?: FieldVerb["follows"],
): FieldVerb {
  return {
    kind,
    ...(follows && { follows }),
    resolve(address) {
      const { gate } = address.scope;
      const field = fieldAt(address);
      const { info, converted } = older(field, "method" in address.owner, address);
      claim(address, field, kind);
      return {
        edit: () => {
          field.info = { ...field.info, ...info };
          if (converted) convertField(field, gate, converted);
          field.via.add(gate);
        },
      };
    },
  };
}
