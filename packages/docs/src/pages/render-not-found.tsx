import type { SearchEntry, SearchHit } from "../search/index.js";
import type { PageContext } from "./context.js";
import { Hit } from "./hit.js";
import { PageIntro } from "./page-intro.js";
import { renderBody } from "./render-reference.js";

/** What was asked for and is not there. */
export interface Missing {
  /** The last part of the path, or the version: what the reader was looking for. */
  readonly asked: string;
  /** Where it would be at other versions, so that the time-lapse goes on; undefined where it never was. */
  readonly slug?: string | undefined;
  /** What had that name at other versions. */
  readonly known: readonly SearchEntry[];
  /** What has a name that is nearly the same. */
  readonly near: readonly SearchHit[];
}

/** The HTML of a page for what is not there: when it existed, what it is now, what is like it. */
export function renderNotFound(
  context: PageContext,
  { asked, slug, known, near }: Missing,
): string {
  return renderBody(context, {
    page: {
      kind: "missing",
      title: "Not found",
      description: `There is no ${asked} at ${context.version.name}.`,
      slug,
      unlisted: true,
    },
    main: (
      <>
        <PageIntro context={context} title="Not found">
          There is no <code>{asked}</code> at {context.version.name}.
        </PageIntro>
        {known.length > 0 && (
          <ul class="hits">
            {known.map((entry) => (
              <Known context={context} entry={entry} />
            ))}
          </ul>
        )}
        {near.length > 0 && (
          <>
            <h2>Perhaps you meant</h2>
            <ul class="hits">
              {near.map(({ entry, old }) => (
                <Hit context={context} entry={entry} old={old} />
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={context.urls.page("")}>Everything that there is</a>
        </p>
      </>
    ),
  });
}

function Known({ context, entry }: { readonly context: PageContext; readonly entry: SearchEntry }) {
  const { name, kind, from, to, now } = entry;
  return (
    <li>
      <p>
        The {kind} <code>{name}</code> existed from {from} to {to}
        {now === undefined ? (
          ". It is gone."
        ) : now === name ? (
          "."
        ) : (
          <>
            ; it is now <code>{now}</code>.
          </>
        )}
      </p>
      <p>
        <a href={linkTo(context, entry, to)}>See it at {to}</a>
        {now !== undefined && (
          <>
            {" · "}
            <a href={linkTo(context, entry)}>{now === name ? "See it now" : `See ${now}`}</a>
          </>
        )}
      </p>
    </li>
  );
}

function linkTo({ urls, site }: PageContext, entry: SearchEntry, version?: string): string {
  const newest = site.versions.findLast(({ status }) => status === "newest")?.name;
  const page = urls.page(entry.slug, version ?? (entry.now === undefined ? entry.to : newest));
  return entry.anchor === "" ? page : `${page}#${encodeURIComponent(entry.anchor)}`;
}
