import type { EventDoc } from "../model/docs.js";
import type { PageContext } from "./context.js";
import { Inline, Prose } from "./markdown.js";
import type { PageBody } from "./page-body.js";
import { PageIntro } from "./page-intro.js";

/** The page of all events of a version. */
export function eventsPage(context: PageContext): PageBody {
  const { described, site, samples, version } = context;
  const { JsonSample } = context.components;
  const events = described.events.flatMap((name) => described.event(name) ?? []);
  const sample = events
    .map(({ subject }) => samples.eventSample(subject.name, version.name))
    .find((one) => one !== undefined);
  return {
    page: {
      kind: "events",
      title: "Events",
      description: `What ${site.name} tells of by itself at ${version.name}.`,
      slug: "events",
    },
    main: (
      <>
        <PageIntro context={context} title="Events">
          What happened, told as it happens: {events.length} kinds at this version.
        </PageIntro>
        <ul class="entries">
          {events.map((event) => (
            <Entry context={context} event={event} />
          ))}
        </ul>
      </>
    ),
    aside: sample !== undefined && <JsonSample title="An event" value={sample} keys={new Map()} />,
  };
}

function Entry({ context, event }: { readonly context: PageContext; readonly event: EventDoc }) {
  const { LifeNote, GateNotes } = context.components;
  const { subject, types, description, resource, gates, life } = event;
  const [first] = types;
  return (
    <li id={subject.name} class="entry">
      <h2>
        <a href={`#${encodeURIComponent(subject.name)}`}>{first?.type ?? subject.name}</a>
      </h2>
      <Prose text={description} />
      {(types.length > 1 || first?.when !== undefined) && (
        <ul class="names">
          {types.map(({ type, when }) => (
            <li>
              <code>{type}</code> {when !== undefined && <Inline text={when} />}
            </li>
          ))}
        </ul>
      )}
      <p class="type">
        About <a href={context.urls.page(resource.name)}>{calledNow(context, resource.name)}</a>
      </p>
      <GateNotes context={context} gates={gates} />
      <LifeNote context={context} life={life} called={first?.type ?? subject.name} />
    </li>
  );
}

function calledNow({ described }: PageContext, resource: string): string {
  return described.resource(resource)?.name ?? resource;
}
