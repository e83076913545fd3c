import { isRef } from "../changelog/is-ref.js";
import { DiffView } from "../diff/diff-view.js";
import type { PageContext } from "../pages/context.js";
import { Inline } from "../pages/markdown.js";
import { slugOf } from "../pages/slug.js";
import type { Guide, GuidePart } from "./guide.js";
import { PART_LABELS } from "./words.js";

interface GuidePartProps {
  readonly context: PageContext;
  readonly guide: Guide;
  readonly part: GuidePart;
}

/** The fragment that leads to a part. */
export function anchorOf({ subject }: GuidePart): string {
  return isRef(subject) ? `${subject.on}-${subject.name}` : subject.on;
}

/** What changed about one thing, and what to do about it. */
export function GuidePartView({ context, guide, part }: GuidePartProps) {
  const { subject, needed, others, samples, more } = part;
  const { from, to } = guide;
  return (
    <section class="part" id={anchorOf(part)}>
      <h2>
        <Name context={context} guide={guide} part={part} />{" "}
        <span class="badge">{PART_LABELS[subject.on]}</span>
      </h2>
      {needed.length > 0 && (
        <ul class="needed">
          {needed.map(({ says, mend }) => (
            <li>
              <Inline text={says} />
              {mend !== undefined && (
                <p class="mend">
                  <Inline text={mend} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details class="others" open={needed.length === 0}>
          <summary>Nothing to do for {others.length}</summary>
          <ul>
            {others.map(({ says }) => (
              <li>
                <Inline text={says} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {samples.map(({ of, lines }) => (
        <DiffView title={TITLES[of]} lines={lines} />
      ))}
      {more && (
        <p>
          <a href={context.urls.guide(from.name, to.name, subject.name)}>
            Before and after<span class="unseen"> of {part.after}</span>
          </a>
        </p>
      )}
    </section>
  );
}

const TITLES = {
  request: "Request, before and after",
  response: "Response, before and after",
  object: "Before and after",
} as const;

/** What it is called, with the ways to its page on either side. */
function Name({ context: { urls }, guide: { from, to }, part }: GuidePartProps) {
  const { subject, before, after } = part;
  if (!isRef(subject)) return <>{after}</>;
  const { slug, hash } = slugOf(subject);
  return (
    <>
      {before !== after && (
        <>
          <a href={`${urls.page(slug, from.name)}${hash}`}>
            <code>{before}</code>
          </a>
          , now{" "}
        </>
      )}
      <a href={`${urls.page(slug, to.name)}${hash}`}>
        <code>{after}</code>
      </a>
    </>
  );
}
