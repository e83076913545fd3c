import type { GateNote, Life } from "../model/refs.js";
import { code, codes } from "../text/code.js";

/** Since when something exists, until when it did, what else it was called, what took its place. */
export function lifeOf({ since, until, names, addedOn, replacedBy }: Life, called: string): string {
  const others = names.filter(({ name }) => name !== called);
  const here = names.findIndex(({ name }) => name === called);
  const notes = [
    ...(addedOn === undefined ? [] : [`added on ${addedOn}, at every version`]),
    ...(since === undefined || addedOn !== undefined ? [] : [`since ${since}`]),
    ...others.map((one) =>
      here !== -1 && names.indexOf(one) > here
        ? `${code(one.name)} from ${one.from}`
        : `${code(one.name)} until ${one.to}`,
    ),
    ...(until === undefined ? [] : [`gone in ${until}${nowCalled(replacedBy)}`]),
  ];
  const text = notes.join("; ");
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function nowCalled(replacedBy: readonly string[]): string {
  return replacedBy.length === 0 ? "" : `, now ${codes(replacedBy, "and")}`;
}

/** Legacy behaviours that play a part: what newer versions do otherwise, a line each. */
export function gateLines(gates: readonly GateNote[]): readonly string[] {
  return gates.map(
    ({ gate, endedIn, description }) => `${endedIn} (${code(gate)}): ${description}`,
  );
}
