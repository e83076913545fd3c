import type { ErrorDoc } from "../model/docs.js";
import type { PageContext } from "./context.js";
import { keysByPath } from "./keys-by-path.js";
import { Inline, Prose } from "./markdown.js";
import type { PageBody } from "./page-body.js";
import { PageIntro } from "./page-intro.js";

/** The page of all errors of a version. */
export function errorsPage(context: PageContext): PageBody {
  const { described, site, samples, version } = context;
  const { JsonSample } = context.components;
  const errors = described.errors
    .flatMap((name) => described.error(name) ?? [])
    .sort((a, b) => a.status - b.status);
  const shown = errors
    .map((doc) => ({ doc, sample: samples.errorSample(doc.subject.name, version.name) }))
    .find(({ sample }) => sample !== undefined);
  return {
    page: {
      kind: "errors",
      title: "Errors",
      description: `Every error of ${site.name} at ${version.name}, with its status and body.`,
      slug: "errors",
    },
    main: (
      <>
        <PageIntro context={context} title="Errors">
          Everything that can be answered in the place of a success, by status.
        </PageIntro>
        <ul class="entries">
          {errors.map((error) => (
            <Entry context={context} error={error} />
          ))}
        </ul>
      </>
    ),
    aside: shown?.sample !== undefined && (
      <JsonSample
        title={
          <>
            An error <b class="status">{shown.doc.status}</b>
          </>
        }
        value={shown.sample}
        keys={keysByPath(shown.doc.attributes)}
      />
    ),
  };
}

function Entry({ context, error }: { readonly context: PageContext; readonly error: ErrorDoc }) {
  const { AttributeList, LifeNote, GateNotes } = context.components;
  const { subject, name, status, type, code, description, message, attributes, gates, life } =
    error;
  return (
    <li id={subject.name} class="entry">
      <h2>
        <a href={`#${encodeURIComponent(subject.name)}`}>{name}</a>{" "}
        <span class="fact">
          <b class="status">{status}</b> {type}
          {code !== null && code !== name && ` · ${code}`}
        </span>
      </h2>
      <Prose text={description} />
      <p class="message">
        <Inline text={message} />
      </p>
      <GateNotes context={context} gates={gates} />
      <LifeNote context={context} life={life} called={name} />
      {attributes.length > 0 && (
        <details class="within">
          <summary>Its body</summary>
          <AttributeList
            {...{ context, attributes }}
            slug=""
            prefix={`${subject.name}.`}
            depth={1}
            above={life}
            part="fields"
          />
        </details>
      )}
    </li>
  );
}
