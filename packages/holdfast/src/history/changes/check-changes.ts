import { checkSubject } from "../../contract/check-definitions.js";
import { captureOrigin } from "../../definition/location.js";
import type { MethodDefinition } from "../../definition/method.js";
import { type Change, unfit } from "../change.js";
import { answerChange } from "./method-changes.js";

/**
 * A named check of a method, or a named group of its params, that older versions do not make.
 *
 * @example
 * checkAdded(createCustomer, "email_is_valid")
 */
export function checkAdded(of: MethodDefinition, check: string): Change {
  return answerChange(
    { kind: "check", of, origin: captureOrigin(checkAdded), aspect: `check ${check}` },
    ({ order, lifted }) => {
      requireCheck(order, check);
      return { lifted: [...lifted, check] };
    },
  );
}

/**
 * A check that only older versions make; the definition marks it `until` the gate.
 *
 * @example
 * checkRemoved(createCharge, "at_most_one_refund")
 */
export function checkRemoved(of: MethodDefinition, check: string): Change {
  return answerChange(
    {
      kind: "check_removed",
      of,
      origin: captureOrigin(checkRemoved),
      aspect: `check ${check}`,
      subject: checkSubject(of.name, check),
    },
    ({ definition, lifted }, gate) =>
      definition.checks[check]?.until === gate
        ? { lifted: lifted.filter((one) => one !== check) }
        : unfit(`the definition must have a check ${check} with until: "${gate}"`),
  );
}

/**
 * Of two named checks that both fail, older versions told of the other one.
 *
 * @example
 * checkedBefore(createCharge, "currency_is_known", "amount_is_enough")
 */
export function checkedBefore(of: MethodDefinition, check: string, other: string): Change {
  return answerChange(
    { kind: "check_order", of, origin: captureOrigin(checkedBefore), aspect: `order of ${check}` },
    ({ order }) => {
      requireCheck(order, check);
      requireCheck(order, other);
      if (order.indexOf(check) < order.indexOf(other)) unfit(`${check} is made first now`);
      return {
        order: order.flatMap((name) =>
          name === check ? [] : name === other ? [check, other] : name,
        ),
      };
    },
  );
}

function requireCheck(order: readonly string[], check: string): void {
  if (!order.includes(check)) unfit(`it has no check called ${check}`);
}
