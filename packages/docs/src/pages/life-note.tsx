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

function otherNames({ site, version }: PageContext, { names }: Life, called: string) {
  const rank = (version: string) => site.versions.findIndex(({ name }) => name === version);
  // Drafts are told of only to those who look at one.
  const others = names.filter(({ name, from }) => name !== called && rank(from) !== -1);
  return others.map(({ name, from, to }) => (
    <>
      <code>{name}</code> {rank(from) > rank(version.name) ? `from ${from}` : `up to ${to}`}
    </>
  ));
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
