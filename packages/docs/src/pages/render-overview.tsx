import type { NavigationGroup } from "../model/docs.js";
import type { PageContext } from "./context.js";
import { newestOf } from "./header.js";
import { Prose } from "./markdown.js";
import { PageIntro } from "./page-intro.js";
import { firstSentence } from "./plain-text.js";
import { renderBody } from "./render-reference.js";
import { Section } from "./section.js";
import { slugOf } from "./slug.js";

/** The HTML of the first page: what the API is, and everything that there is at this version. */
export function renderOverview(context: PageContext): string {
  const { site, described, version } = context;
  return renderBody(context, {
    page: {
      kind: "overview",
      title: "Reference",
      description:
        firstSentence(site.description) || `The reference of ${site.name} at ${version.name}.`,
      slug: "",
    },
    main: (
      <>
        <PageIntro context={context} title={site.name} />
        <Prose class="prose lead" text={site.description} />
        <Basics context={context} />
        {site.guides.length > 0 && <Guides context={context} />}
        <Section title="Resources and methods" id="all">
          <div class="cards">
            {described.navigation.map((group) => (
              <Group context={context} group={group} />
            ))}
          </div>
        </Section>
      </>
    ),
  });
}

function Basics({ context }: { readonly context: PageContext }) {
  const { site, urls, version } = context;
  const newest = newestOf(context);
  const released = site.versions.filter(({ status }) => status !== "draft");
  const facts = [
    ["Base URL", <code>{site.apiUrl}</code>],
    [
      "Versions",
      <>
        {released.length}, from {released[0]?.name} to {newest}:{" "}
        <a href={urls.changelog()}>the changelog</a>
      </>,
    ],
    [
      "Choosing one",
      <>
        <code>
          {site.versionHeader}: {version.name}
        </code>
        ; without it, the one that your account is held at
      </>,
    ],
    [
      "For machines",
      <>
        <a href={urls.openapi()}>OpenAPI as JSON</a>,{" "}
        <a href={urls.openapi(undefined, "yaml")}>as YAML</a>,{" "}
        <a href={urls.markdown("")}>this page as Markdown</a>
      </>,
    ],
  ] as const;
  return (
    <dl class="facts tall">
      {facts.map(([label, text]) => (
        <div>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Guides({ context: { site, urls } }: { readonly context: PageContext }) {
  return (
    <Section title="Guides" id="guides">
      <ul class="guides">
        {site.guides.map(({ slug, title }) => (
          <li>
            <a href={urls.page(slug)}>{title}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface GroupProps {
  readonly context: PageContext;
  readonly group: NavigationGroup;
}

function Group({ context: { urls }, group: { title, resource, methods } }: GroupProps) {
  return (
    <section class="card">
      <h3>{resource ? <a href={urls.page(slugOf(resource).slug)}>{title}</a> : title}</h3>
      <ul>
        {methods.map(({ subject, name, verb }) => (
          <li>
            <a href={urls.page(slugOf(subject).slug)}>{name}</a> <i>{verb}</i>
          </li>
        ))}
      </ul>
    </section>
  );
}
