import { counted } from "../changelog/words.js";
import type { PageContext } from "../pages/context.js";
import { Inline } from "../pages/markdown.js";
import { renderLayout } from "../pages/render-layout.js";
import type { Guide, GuideNote } from "./guide.js";
import { GuideForm } from "./guide-form.js";
import { anchorOf, GuidePartView } from "./guide-part.js";
import { namesOf, summaryOf, untouchedWords } from "./words.js";

/** The page of a guide: what to do, thing by thing. */
export function renderGuide(context: PageContext, guide: Guide): string {
  const { from, to, swapped, only, unknown, parts, behaviours, described } = guide;
  const names = only.map(({ name }) => name);
  const untouched = untouchedWords(guide);
  const { release } = context.urls;
  return renderLayout(context, {
    kind: "upgrade",
    title: `Upgrade from ${from.name} to ${to.name}`,
    description: `What to change in code that uses version ${from.name} of the ${context.site.name} API to move it to ${to.name}.`,
    unlisted: true,
    main: (
      <article class="guide">
        <h1>
          Upgrade from <span class="since">{from.name}</span> to{" "}
          <span class="since">{to.name}</span>
        </h1>
        <GuideForm {...{ context, only: names }} from={from.name} to={to.name} />
        {swapped && (
          <p class="none">
            The versions were asked for in the other order: a guide leads to the newer one.
          </p>
        )}
        {unknown.length > 0 && <p class="none">Neither version knows {unknown.join(", ")}.</p>}
        <p class="lead">{summaryOf(guide)}</p>
        {parts.length > 3 && <Contents guide={guide} />}
        {parts.map((part) => (
          <GuidePartView {...{ context, guide, part }} />
        ))}
        {behaviours.length > 0 && (
          <section class="notes" id="behaviours">
            <h2>Behaviours that change</h2>
            <NoteList notes={behaviours} release={release} />
          </section>
        )}
        {described.length > 0 && (
          <details class="others">
            <summary>{counted(described.length, "change")} on the way, described only</summary>
            <NoteList notes={described} release={release} />
          </details>
        )}
        {untouched !== "" && (
          <section class="untouched">
            <h2>What stays as it is</h2>
            <p>{untouched}</p>
          </section>
        )}
      </article>
    ),
  });
}

/** What there is on the page, with how much of it has to be done. */
function Contents({ guide: { parts } }: { readonly guide: Guide }) {
  return (
    <nav class="contents" aria-label="On this page">
      <ul>
        {parts.map((part) => (
          <li>
            <a href={`#${encodeURIComponent(anchorOf(part))}`}>{namesOf(part)}</a>{" "}
            <small>
              {part.needed.length === 0 ? "nothing to do" : `${part.needed.length} to do`}
            </small>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface NotesProps {
  readonly notes: readonly GuideNote[];
  release(version: string): string;
}

/** Changes in the author's sentences, each with the version that it came with. */
function NoteList({ notes, release }: NotesProps) {
  return (
    <ul>
      {notes.map(({ gate, version, description }) => (
        <li>
          <Inline text={description} />{" "}
          <a class="since" href={`${release(version)}#${encodeURIComponent(gate)}`}>
            {version}
          </a>
        </li>
      ))}
    </ul>
  );
}
