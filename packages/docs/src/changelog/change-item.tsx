import type { Contract } from "holdfast/contract";
import type { Prose } from "../model/docs.js";
import type { PageContext } from "../pages/context.js";
import { Inline } from "../pages/markdown.js";
import type { Change } from "./entry.js";
import { SubjectLinks } from "./subject-links.js";
import { KIND_LABELS } from "./words.js";

interface ChangeItemProps {
  readonly context: PageContext;
  readonly change: Change;
  readonly description: Prose;
  /** The version that it came with; undefined for what an amend did to several. */
  readonly version: string | undefined;
  readonly contract: Contract | undefined;
}

/** How many names stand in a line of the list. */
const MOST_NAMES = 4;

/** A change in the list: the author's sentence, what it is, for whom, and the way to the rest. */
export function ChangeItem({ context, change, description, version, contract }: ChangeItemProps) {
  const { gate, kinds, affects } = change;
  return (
    <li id={gate}>
      <p>
        <Inline text={description} />
      </p>
      <p class="meta">
        {kinds.map((kind) => KIND_LABELS[kind]).join(", ")}
        {affects.length > 0 && ": "}
        <SubjectLinks {...{ context, version, contract }} subjects={affects} most={MOST_NAMES} />
        {version !== undefined && (
          <>
            {" · "}
            <a href={`${context.urls.release(version)}#${encodeURIComponent(gate)}`}>
              Details<span class="unseen"> of {gate}</span>
            </a>
          </>
        )}
      </p>
    </li>
  );
}
