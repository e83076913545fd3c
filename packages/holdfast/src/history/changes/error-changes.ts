import type { AnsweredAs } from "../../contract/contract.js";
import type { ErrorDefinition } from "../../definition/error.js";
import { type ErrorSubject, partsOf, subjectOf } from "../../definition/error-at.js";
import { captureOrigin, type Origin } from "../../definition/location.js";
import { type Change, ChangeProblem, type ChangeScope, unfit } from "../change.js";
import { tolerant } from "../field.js";

/** What happened to an error as a whole: everywhere, or as one method answers it. */
function errorChange(
  kind: string,
  of: ErrorSubject,
  origin: Origin,
  change: (scope: ChangeScope, name: string) => () => void,
): Change {
  return {
    kind,
    subject: subjectOf(of),
    origin,
    resolve(scope) {
      const { error, at } = partsOf(of);
      const names = scope.draft.errors.names(error, at);
      if (names.length === 0) throw new ChangeProblem("unknown_subject", {});
      const edits = names.flatMap((name) => {
        const work = () => {
          // What is said of one method beats what is said of all.
          scope.claim(`error ${name}`, kind, name.includes("@") && at === undefined);
          return change(scope, name);
        };
        return name.includes("@") && at === undefined ? (tolerant(work) ?? []) : work();
      });
      return {
        edit: () => {
          for (const edit of edits) edit();
        },
      };
    },
  };
}

/**
 * An error had another HTTP status.
 *
 * @example
 * statusWas(rateLimited, 400)
 */
export function statusWas(of: ErrorSubject, status: number): Change {
  return errorChange("error_status", of, captureOrigin(statusWas), ({ draft }, name) => () => {
    draft.errors.change(name, { status });
  });
}

/**
 * Where this error is raised today, another one was. `data` makes the fields of the older one; left
 * out, they are those of today's that have the same names.
 *
 * @example
 * errorWas(errorAt(cardDeclined, payInvoice), invoiceUnpayable)
 */
export function errorWas(
  of: ErrorSubject,
  older: ErrorDefinition,
  data: (data: never) => Readonly<Record<string, unknown>> = (same) => same,
): Change {
  const convert = data as AnsweredAs["data"];
  return errorChange("error", of, captureOrigin(errorWas), ({ draft }, name) => {
    if (!draft.errors.get(older.name)) unfit(`the API has no error ${older.name}`);
    const shown = draft.errors.answeredAs(name);
    if (shown.length === 0) unfit("another error is answered in its place there");
    return () => {
      for (const [one, before] of shown) {
        draft.errors.change(one, {
          answersAs: {
            error: older.name,
            data: before ? (raised) => convert(before(raised)) : convert,
          },
        });
      }
    };
  });
}
