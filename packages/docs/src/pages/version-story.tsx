import type { PageContext } from "./context.js";
import { newestOf } from "./header.js";
import { Inline } from "./markdown.js";

/** A line about the version shown: what happened on its day, and what came after it. */
export function VersionStory({ context }: { readonly context: PageContext }) {
  const { site, version, urls, mode } = context;
  const { changes = [], additions = [] } = site.story(version.name) ?? {};
  const [first, ...others] = changes;
  const more = others.length + (mode === "served" ? additions.length : 0);
  const newest = newestOf(context);
  return (
    <p class="story">
      <b>{version.name}</b>{" "}
      <span class="happened">
        {first ? <Inline text={first.description} /> : quiet(context, additions)}
      </span>{" "}
      <a href={changelogOf(context)}>{more > 0 ? `and ${more} more` : "Changelog"}</a>
      {version.name !== newest && (
        <>
          {" "}
          <a class="to-newest" href={urls.guide(version.name, newest)}>
            Upgrade to {newest}
          </a>
        </>
      )}
    </p>
  );
}

/** Where all of it is told; the version before all others is no release. */
function changelogOf({ urls, version: { name, date, status } }: PageContext): string {
  return date === undefined && status !== "draft" ? urls.changelog() : urls.release(name);
}

function quiet({ site, version }: PageContext, additions: readonly string[]): string {
  if (site.versions[0]?.name === version.name) return "The oldest version.";
  return additions[0] === undefined ? "Nothing changed for callers." : `Added: ${additions[0]}.`;
}
