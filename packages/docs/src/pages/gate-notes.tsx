import type { GateNote } from "../model/refs.js";
import type { PageContext } from "./context.js";
import { Inline } from "./markdown.js";

export interface GateNotesProps {
  readonly context: PageContext;
  readonly gates: readonly GateNote[];
}

/** Legacy behaviours that play a part at the version shown: what newer versions do differently. */
export function GateNotes({ context: { urls }, gates }: GateNotesProps) {
  if (gates.length === 0) return null;
  return (
    <ul class="gates">
      {gates.map(({ gate, endedIn, description }) => (
        <li>
          <a href={urls.release(endedIn)} title={gate}>
            Changes in {endedIn}
          </a>{" "}
          <Inline text={description} />
        </li>
      ))}
    </ul>
  );
}
