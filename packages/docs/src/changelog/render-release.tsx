import type { PageContext } from "../pages/context.js";
import { renderLayout } from "../pages/render-layout.js";
import { RequestSample } from "../pages/request-sample.js";
import { Badge } from "./badge.js";
import { ChangeDetails } from "./change-details.js";
import type { Changelog } from "./changelog.js";
import type { ReleaseEntry } from "./entry.js";
import { optInRequest } from "./opt-in.js";
import { ADDITIVE, counted } from "./words.js";

/** Everything about one version, or one that is to come. Undefined for what is no release. */
export function renderRelease(
  context: PageContext,
  changelog: Changelog,
  version: string,
): string | undefined {
  const entry = changelog.release(version);
  if (!entry) return undefined;
  const { name, status } = entry.version;
  const changes = changelog.changesOf(entry);
  const contract = changelog.api.timeline.at(name);
  const { site, urls } = context;
  return renderLayout(context, {
    kind: "release",
    title: `Version ${name}`,
    description: `What changed with version ${name} of the ${site.name} API, for whom, and what to do about it.`,
    unlisted: status === "draft",
    main: (
      <article class="changelog release">
        <p class="trail">
          <a href={urls.changelog()}>Changelog</a>
        </p>
        <h1>
          {name} <Badge status={status} />
        </h1>
        <p class="lead">
          {changes.length === 0 ? ADDITIVE : `${counted(changes.length, "change")}.`}{" "}
          {status === "draft"
            ? "Not released yet: it may still change, and no account is held at it."
            : "Accounts that are held at an older version see none of it until they upgrade."}
        </p>
        <Neighbours {...{ context, changelog, entry }} />
        {changes.map((change) => (
          <ChangeDetails
            {...{ context, change, contract }}
            examples={changelog.examples(change.gate)}
            version={name}
          />
        ))}
        {status !== "sunset" && <OptIn {...{ context, changelog, entry }} />}
      </article>
    ),
  });
}

interface ReleaseProps {
  readonly context: PageContext;
  readonly changelog: Changelog;
  readonly entry: ReleaseEntry;
}

/** The version before and after, the reference at this one, and what to do to get here. */
function Neighbours({ context: { urls }, changelog, entry }: ReleaseProps) {
  const { name, status } = entry.version;
  const { versions, drafts } = changelog.api.timeline;
  const names = [...versions, ...(status === "draft" ? drafts : [])].map((one) => one.name);
  const before = names[names.indexOf(name) - 1];
  const after = names[names.indexOf(name) + 1];
  return (
    <p class="neighbours">
      {before !== undefined && changelog.release(before) && (
        <a rel="prev" href={urls.release(before)}>
          Before: {before}
        </a>
      )}
      {after !== undefined && (
        <a rel="next" href={urls.release(after)}>
          After: {after}
        </a>
      )}
      <a href={urls.page("", name)}>Reference at {name}</a>
      {before !== undefined && <a href={urls.guide(before, name)}>Upgrade from {before}</a>}
    </p>
  );
}

/** How to see the version before the account is moved to it. */
function OptIn({ context, changelog, entry }: ReleaseProps) {
  const request = optInRequest(changelog, context.samples, entry);
  return (
    <section class="opt-in">
      <h2>Try it early</h2>
      <p>
        Send the header{" "}
        <code>
          {changelog.api.versionHeader}: {entry.version.name}
        </code>{" "}
        with any request; your account stays at the version that it is held at.
      </p>
      {request && <RequestSample context={context} request={request} />}
    </section>
  );
}
