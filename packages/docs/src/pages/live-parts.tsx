import { renderToString } from "preact-render-to-string";
import type { LiveData } from "../prose/index.js";
import type { PageContext } from "./context.js";
import { keysByPath } from "./keys-by-path.js";
import { Inline } from "./markdown.js";

/** What a live part of a page of prose shows, as HTML: the same as on pages of reference. */
export function liveHtml(
  context: PageContext,
  data: Exclude<LiveData, { readonly kind: "note" }>,
): string {
  return renderToString(<LivePart context={context} data={data} />);
}

interface LivePartProps {
  readonly context: PageContext;
  readonly data: Exclude<LiveData, { readonly kind: "note" }>;
}

function LivePart({ context, data }: LivePartProps) {
  const { AttributeList, ErrorList, JsonSample, RequestSample, Values } = context.components;
  switch (data.kind) {
    case "attributes": {
      const { subject, attributes } = data;
      const prefix = `${subject.name}.`;
      return <AttributeList {...{ context, attributes, prefix }} slug={subject.name} depth={1} />;
    }
    case "values":
      return <Values context={context} values={data.values} />;
    case "request":
      return <RequestSample context={context} request={data.request} />;
    case "json":
      return (
        <JsonSample title={data.title} value={data.value} keys={keysByPath(data.attributes)} />
      );
    case "errors":
      return <ErrorList context={context} errors={data.errors} />;
    case "events":
      return <EventList events={data.events} />;
  }
}

function EventList({ events }: Pick<Extract<LiveData, { readonly kind: "events" }>, "events">) {
  return (
    <dl class="values">
      {events.flatMap(({ types, description }) =>
        types.map(({ type, when }) => (
          <div>
            <dt>
              <code>{type}</code>
            </dt>
            <dd>
              <Inline text={description} /> {when !== undefined && <Inline text={when} />}
            </dd>
          </div>
        )),
      )}
    </dl>
  );
}
