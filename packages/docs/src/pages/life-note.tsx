import { lifeNotes } from "../model/life-notes.js";
import type { Life } from "../model/refs.js";
import type { PageContext } from "./context.js";
import { Inline } from "./markdown.js";

export interface LifeNoteProps {
  readonly context: PageContext;
  readonly life: Life;
  /** What it is called at this version; other names are told. */
  readonly called: string;
}

/** Since when something exists, until when it did, what else it was called, what replaced it. */
export function LifeNote({ context, life, called }: LifeNoteProps) {
  const { site, version } = context;
  const notes = lifeNotes(life, called, { version, versions: site.versions });
  if (notes.length === 0) return null;
  return (
    <p class="life">
      <Inline text={notes.join(" · ")} />
    </p>
  );
}
