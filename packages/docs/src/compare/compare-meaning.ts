import { validationErrors } from "holdfast";
import { readView, type ShapeField } from "holdfast/contract";
import { code, inWords } from "../text/code.js";
import type { AttributePair, AttributeSaying } from "./compare-attribute.js";
import { mustBeSent } from "./compare-presence.js";
import type { Difference } from "./difference.js";

/** What differs in who sees an attribute, when, whether it is documented and where it is sent. */
export function compareMeaning(pair: AttributePair): readonly Difference[] {
  return [
    ...audience(pair),
    ...onRequest(pair),
    ...listing(pair),
    ...header(pair),
    ...missingStatus(pair),
    ...emptiness(pair),
    ...view(pair),
  ];
}

function audience(pair: AttributePair): readonly Difference[] {
  const [was, is] = [pair.before.info.audience, pair.after.info.audience];
  if (was === is) return [];
  const isHidden = is === "secret";
  return [
    pair.tell("audience", {
      says: isHidden
        ? `${pair.name} is hidden from callers with a publishable key now`
        : `Callers with a publishable key see ${pair.name} now`,
      mend: isHidden ? `Read ${pair.name} with a secret key.` : undefined,
      was,
      is,
    }),
  ];
}

function onRequest(pair: AttributePair): readonly Difference[] {
  const [was, is] = [pair.before.info.onlyExpanded, pair.after.info.onlyExpanded];
  if (was === is) return [];
  return [
    pair.tell("expansion", {
      says: is
        ? `${pair.name} is left out now unless it is expanded`
        : `${pair.name} is always shown now; it was left out unless it was expanded`,
      mend: is ? `Name ${pair.name} in ${code("expand")} where you read it.` : undefined,
    }),
  ];
}

function listing(pair: AttributePair): readonly Difference[] {
  const [was, is] = [pair.before.info.undocumented, pair.after.info.undocumented];
  if (was === is) return [];
  const verb = pair.isParam ? "taken" : "shown";
  return [
    pair.tell(is ? "unlisted" : "listed", {
      says: is
        ? `${pair.name} is no longer documented, but still ${verb}`
        : `${pair.name} is documented now`,
      mend: is ? `Do not rely on ${pair.name}.` : undefined,
    }),
  ];
}

function header(pair: AttributePair): readonly Difference[] {
  const [was, is] = [pair.before.info.header, pair.after.info.header];
  if (was === is) return [];
  const [before, after] = [placeOf(was), placeOf(is)];
  return [
    pair.tell("moved", {
      says: `${pair.name} is sent in ${after} now; it was sent in ${before}`,
      mend: `Send ${pair.name} in ${after}.`,
      was: was ?? "params",
      is: is ?? "params",
    }),
  ];
}

function placeOf(header: string | undefined): string {
  return header === undefined ? "the query or the body" : `the header ${code(header)}`;
}

function missingStatus(pair: AttributePair): readonly Difference[] {
  if (!pair.isParam || pair.before.missingStatus === pair.after.missingStatus) return [];
  // What may be left out is never missing.
  if (!mustBeSent(pair.before.info) || !mustBeSent(pair.after.info)) return [];
  const { name: error, status: usual } = validationErrors.missingParam;
  const { older, newer } = pair.sides;
  const was = pair.before.missingStatus ?? older.errors.get(error)?.status ?? usual;
  const is = pair.after.missingStatus ?? newer.errors.get(error)?.status ?? usual;
  return [
    pair.tell("status", {
      says: `Where ${pair.name} is missing, the status is ${is} now; it was ${was}`,
      mend: `Look for the status ${is} where ${pair.name} is missing.`,
      was,
      is,
    }),
  ];
}

/** What an empty text means where it is sent: a value, null, or nothing that is taken. */
function emptiness(pair: AttributePair): readonly Difference[] {
  const { before, after } = pair;
  const isText = before.info.kind.name === after.info.kind.name;
  if (!pair.isParam || !isText) return [];
  const [was, is] = [before, after].map(({ info }) => info.kind.takesEmpty === true);
  if (was === is) return [];
  return [pair.tell("converted", is ? emptyIsValue(pair) : emptyIsNone(pair))];
}

function emptyIsValue({ before, after, name }: AttributePair): AttributeSaying {
  if (!before.info.nullable) {
    return { says: `An empty text is a value of ${name} now; it was refused` };
  }
  return {
    says: `An empty text is a value of ${name} now; it unset it`,
    mend: after.info.nullable
      ? `Send null where ${name} is to be unset.`
      : `Do not send an empty text to unset ${name}.`,
  };
}

function emptyIsNone({ after, name }: AttributePair): AttributeSaying {
  if (!after.info.nullable) {
    return {
      says: `An empty text is refused for ${name} now; it was a value`,
      mend: `Send ${name} only where it is not empty.`,
    };
  }
  return {
    says: `An empty text unsets ${name} now; it was a value`,
    mend: `Send an empty text for ${name} only where it is to be unset: null is what you read then.`,
  };
}

/** Whether it shows all of a list, or only some. */
function view(pair: AttributePair): readonly Difference[] {
  const [was, is] = [pair.before, pair.after].map(viewOf);
  if (was === is) return [];
  const some = (conditions: string) => `only those of which ${conditions}`;
  return [
    pair.tell("converted", {
      says: `${pair.name} shows ${is === undefined ? "all" : some(is)} now; before, ${was === undefined ? "all" : some(was)}`,
      mend: is === undefined ? `Pass over what you do not want in ${pair.name}.` : undefined,
    }),
  ];
}

/** What is wanted of a list, in words; undefined where that is all of it. */
function viewOf({ value }: ShapeField): string | undefined {
  const [first = ""] = value.op === "head" ? value.path : [];
  const conditions = readView(first).where?.map(
    (one) => `${code(one.field)} is ${inWords(one.in.map((each) => code(String(each))))}`,
  );
  return conditions && inWords(conditions, "and");
}
