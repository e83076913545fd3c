import type { Life } from "../model/refs.js";
import type { PageContext } from "./context.js";

export interface LifeNoteProps {
  readonly context: PageContext;
  readonly life: Life;
  /** What it is called at this version; other names are told. */
  readonly called: string;
}

/** Since when something exists, until when it did, what else it was called, what replaced it. */
export function LifeNote({ context, life, called }: LifeNoteProps) {
  const notes = [...since(life), ...otherNames(context, life, called), ...end(life)];
  if (notes.length === 0) return null;
  return (
    <p class="life">
      {notes.map((note, index) => (
        <>
          {index > 0 && " · "}
          {note}
        </>
      ))}
    </p>
  );
}

function since({ since: from, addedOn }: Life) {
  if (addedOn !== undefined) return [<>Added on {addedOn}, at every version</>];
  return from === undefined ? [] : [<>Since {from}</>];
}

function otherNames({ site }: PageContext, { names }: Life, called: string) {
  const here = names.findIndex(({ name }) => name === called);
  // Names that follow each other without a gap end where the next begins.
  return names.flatMap(({ name, from, to }, index) => {
    if (index === here || name === called) return [];
    const when = here !== -1 && index > here ? `from ${from}` : `until ${to}`;
    const known = site.versions.some((version) => version.name === from);
    return known
      ? [
          <>
            <code>{name}</code> {when}
          </>,
        ]
      : [];
  });
}

function end({ until, replacedBy }: Life) {
  if (until === undefined) return [];
  return [
    <>
      Gone in {until}
      {replacedBy.length > 0 && ": now "}
      {replacedBy.map((name, index) => (
        <>
          {index > 0 && ", "}
          <code>{name}</code>
        </>
      ))}
    </>,
  ];
}
