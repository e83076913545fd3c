import type { SearchHit } from "../search/index.js";
import type { PageContext } from "./context.js";
import { Hit } from "./hit.js";
import { PageIntro } from "./page-intro.js";
import { renderBody } from "./render-reference.js";

/** The HTML of what a search found, for those who have no script to search with. */
export function renderSearch(
  context: PageContext,
  query: string,
  hits: readonly SearchHit[],
): string {
  const title = query === "" ? "Search" : `Search: ${query}`;
  return renderBody(context, {
    page: {
      kind: "search",
      title,
      description: "Names of every version of the API.",
      slug: undefined,
      unlisted: true,
    },
    main: (
      <>
        <PageIntro context={context} title="Search">
          {query === "" ? (
            "Type a name that anything has, or had at some version."
          ) : (
            <>
              {hits.length === 0 ? "Nothing is or was called " : "What is or was called "}
              <b>{query}</b>.
            </>
          )}
        </PageIntro>
        <ul class="hits">
          {hits.map(({ entry, old }) => (
            <Hit context={context} entry={entry} old={old} />
          ))}
        </ul>
      </>
    ),
  });
}
