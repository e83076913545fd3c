import { lifeNotes } from "../model/life-notes.js";
import type { GateNote, Life } from "../model/refs.js";
import { code } from "../text/code.js";
import type { MarkdownContext } from "./context.js";

/** Since when something exists, until when it did, what else it was called, what took its place. */
export function lifeOf({ site, version }: MarkdownContext, life: Life, called: string): string {
  const notes = lifeNotes(life, called, { version, versions: site.versions });
  return notes.length === 0 ? "" : `${notes.join("; ")}.`;
}

/** Legacy behaviours that play a part: what newer versions do otherwise, a line each. */
export function gateLines(gates: readonly GateNote[]): readonly string[] {
  return gates.map(
    ({ gate, endedIn, description }) => `${endedIn} (${code(gate)}): ${description}`,
  );
}
