import type { PageContext } from "../pages/context.js";
import { Inline } from "../pages/markdown.js";
import { renderLayout } from "../pages/render-layout.js";
import type { Changelog } from "./changelog.js";
import { EntryView } from "./entry-view.js";
import { FilterForm } from "./filter-form.js";
import { type ChangelogFilters, isFiltering, queryOf, unknownIn } from "./filters.js";
import { type ChangelogPage, pageOf } from "./paging.js";
import { withQuery } from "./with-query.js";
import { counted, emptyWords, unknownWords } from "./words.js";

/** The list of everything that changed, newest first, a page of it. */
export function renderChangelog(
  context: PageContext,
  changelog: Changelog,
  filters: ChangelogFilters,
): string {
  const page = pageOf(changelog, filters);
  const { urls, site } = context;
  const unknown = unknownWords(unknownIn(changelog.api, filters));
  const query = queryOf({ ...filters, before: undefined });
  const at = (format: "atom" | "json" | "md") => withQuery(urls.changelog(format), query);
  return renderLayout(context, {
    kind: "changelog",
    title: "Changelog",
    description: `Every change of the ${site.name} API, newest first.`,
    alternates: [
      { type: "application/atom+xml", href: at("atom") },
      { type: "application/json", href: at("json") },
      { type: "text/markdown", href: at("md") },
    ],
    unlisted: filters.preview || isFiltering(filters),
    main: (
      <article class="changelog">
        <h1>Changelog</h1>
        <p class="lead">
          Every version and everything that changed with it, newest first. Your integration sees
          none of it until you upgrade: accounts stay at the version that they are held at.
        </p>
        <FilterForm context={context} api={changelog.api} filters={filters} />
        {unknown.map((says) => (
          <p class="none">
            <Inline text={says} />
          </p>
        ))}
        <p class="formats">
          {isFiltering(filters) ? `${counted(page.total, "change")} found. ` : ""}
          Also as <a href={at("atom")}>feed</a>, <a href={at("json")}>JSON</a> and{" "}
          <a href={at("md")}>Markdown</a>.
        </p>
        {page.entries.map((selected) => (
          <EntryView {...{ context, changelog, selected }} />
        ))}
        {page.entries.length === 0 && <p>{emptyWords(filters)}</p>}
        <Pages {...{ context, filters, page }} />
      </article>
    ),
  });
}

interface PagesProps {
  readonly context: PageContext;
  readonly filters: ChangelogFilters;
  readonly page: ChangelogPage;
}

/** The way to older and newer entries. */
function Pages({ context, filters, page }: PagesProps) {
  if (page.isNewest && page.older === undefined) return null;
  const at = (before: string | undefined) =>
    withQuery(context.urls.changelog(), queryOf({ ...filters, before }));
  return (
    <nav class="pages" aria-label="Pages of the changelog">
      <p>
        {!page.isNewest && <a href={at(undefined)}>Newest</a>}
        {page.older !== undefined && (
          <a rel="next" href={at(page.older)}>
            Older
          </a>
        )}
      </p>
      <ul class="years">
        {page.years.map(({ year, changes, before }) => (
          <li>
            <a href={at(before)}>{year}</a> <small>{changes}</small>
          </li>
        ))}
      </ul>
    </nav>
  );
}
