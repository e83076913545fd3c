import { given, piped } from "../../definition/expr.js";
import type { Loss } from "../../definition/shape.js";
import type { FieldInfo } from "../../definition/type.js";
import { unfit } from "../change.js";
import type { Conversion } from "./conversion.js";

/**
 * The value is the same; only its type is told otherwise.
 *
 * @example
 * field(charge, "amount", wasOfType(t.number().describe("…"), unchanged()))
 */
export function unchanged(): Conversion {
  return { between: () => ({ down: given, up: given, loss: {}, says: "The same." }) };
}

/**
 * The same conversion with its sides swapped: what it makes of today's value is today's now.
 *
 * @example
 * field(plan, "interval_count", wasOfType(t.integer().describe("…"), reversed(asText())))
 */
export function reversed(how: Conversion): Conversion {
  return {
    between({ today: [today, ...more], before }) {
      if (!today || more.length > 0) return unfit("it follows from one value only");
      const { down, up, loss, says } = how.between({ today: [before], before: today });
      if (!up) return unfit("it cannot be told back");
      return {
        down: up,
        ...(down && { up: down }),
        loss: {
          ...(loss.sent !== undefined && { shown: loss.sent }),
          ...(loss.shown !== undefined && { sent: loss.shown }),
        },
        says: `What today's value is told from. ${says}`,
      };
    },
  };
}

/**
 * Several conversions, one after the other, from today's value to the one before. `between` names
 * the type of each value on the way.
 *
 * @example
 * inTurn(onlyItem(), t.object({ coupon: text }), oneMember("coupon"))
 */
export function inTurn(
  first: Conversion,
  between: { readonly info: FieldInfo },
  second: Conversion,
): Conversion {
  return {
    between({ today, before }) {
      const near = first.between({ today, before: between.info });
      const far = second.between({ today: [between.info], before });
      return {
        ...(near.down && far.down && { down: piped([near.down], far.down) }),
        ...(near.up && far.up && { up: piped([far.up], near.up) }),
        loss: { ...both("shown", near.loss, far.loss), ...both("sent", far.loss, near.loss) },
        says: `${near.says} Of that: ${far.says}`,
      };
    },
  };
}

function both(way: keyof Loss, one: Loss, other: Loss): Loss {
  const all = [one[way], other[way]].filter((text) => text !== undefined);
  return all.length === 0 ? {} : { [way]: all.join("; ") };
}
