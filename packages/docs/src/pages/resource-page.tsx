import type { ResourceDoc } from "../model/docs.js";
import type { PageContext } from "./context.js";
import { keysByPath } from "./keys-by-path.js";
import type { PageBody } from "./page-body.js";
import { PageHead } from "./page-head.js";
import { firstSentence } from "./plain-text.js";
import { Section } from "./section.js";
import { slugOf } from "./slug.js";

/** The page of a resource: its fields or forms, its methods and events, and a sample. */
export function resourcePage(context: PageContext, doc: ResourceDoc): PageBody {
  const { subject, name, description, life, gates, attributes, variants } = doc;
  const { AttributeList, Variants, JsonSample } = context.components;
  const { slug } = slugOf(subject);
  const sample = context.samples.resourceSample(subject.name, context.version.name);
  const list = { context, slug, prefix: "", depth: 1, above: life };
  return {
    page: { kind: "resource", title: name, description: firstSentence(description), slug, subject },
    main: (
      <>
        <PageHead
          {...{ context, description, life, gates }}
          called={name}
          title={`The ${name} object`}
        />
        <Methods context={context} doc={doc} />
        {attributes.length > 0 && (
          <Section title="Fields" id="fields">
            <AttributeList {...list} attributes={attributes} part="fields" />
          </Section>
        )}
        {variants.length > 0 && (
          <Section title="Forms" id="forms">
            <Variants {...list} variants={variants} />
          </Section>
        )}
        <Events context={context} doc={doc} />
      </>
    ),
    aside: sample !== undefined && (
      <JsonSample title={`The ${name} object`} value={sample} keys={keysByPath(attributes)} />
    ),
  };
}

interface Part {
  readonly context: PageContext;
  readonly doc: ResourceDoc;
}

function Methods({ context, doc: { methods } }: Part) {
  const { Route } = context.components;
  const docs = methods.flatMap(({ name }) => context.described.method(name) ?? []);
  return (
    docs.length > 0 && (
      <ul class="methods">
        {docs.map(({ subject, name, verb, path }) => (
          <li>
            <a href={context.urls.page(slugOf(subject).slug)}>{name}</a>
            <Route verb={verb} path={path} />
          </li>
        ))}
      </ul>
    )
  );
}

function Events({ context: { urls, described }, doc: { events } }: Part) {
  return (
    events.length > 0 && (
      <Section title="Events" id="events">
        <ul class="names">
          {events.map((subject) => (
            <li>
              <a href={urls.page(slugOf(subject).slug) + slugOf(subject).hash}>
                <code>{described.event(subject.name)?.types[0]?.type ?? subject.name}</code>
              </a>
            </li>
          ))}
        </ul>
      </Section>
    )
  );
}
