import type { AttributeDoc, MethodDoc } from "../model/docs.js";
import type { PageContext } from "./context.js";
import { keysByPath } from "./keys-by-path.js";
import { Inline } from "./markdown.js";
import { methodFacts } from "./method-facts.js";
import { MethodSamples } from "./method-samples.js";
import type { PageBody } from "./page-body.js";
import { PageHead } from "./page-head.js";
import { firstSentence } from "./plain-text.js";
import { Section } from "./section.js";
import { slugOf } from "./slug.js";

/** The page of a method: its route, params, rules, what it returns and raises, and samples. */
export function methodPage(context: PageContext, doc: MethodDoc): PageBody {
  const { name, verb, path, description, subject, life, gates } = doc;
  const { Route } = context.components;
  const { slug } = slugOf(subject);
  const sample = doc.exists
    ? context.samples.methodSample(subject.name, context.version.name)
    : undefined;
  return {
    page: { kind: "method", title: name, description: firstSentence(description), slug, subject },
    main: (
      <>
        <PageHead {...{ context, description, life, gates }} title={name} called={name}>
          <p>
            <Route verb={verb} path={path} />
          </p>
          {!doc.exists && <TooOld context={context} doc={doc} />}
        </PageHead>
        <Facts context={context} doc={doc} />
        <Params context={context} doc={doc} slug={slug} />
        <Outcome context={context} doc={doc} />
        <Behaviours context={context} doc={doc} />
      </>
    ),
    aside: sample && (
      <MethodSamples context={context} sample={sample} keys={responseKeys(context, doc)} />
    ),
  };
}

interface Part {
  readonly context: PageContext;
  readonly doc: MethodDoc;
}

function TooOld({ context, doc }: Part) {
  return (
    <p class="warning">
      {context.version.name} is too old for this method: calling it answers with an error that says
      so{doc.life.since !== undefined && `. It is there since ${doc.life.since}`}.
    </p>
  );
}

function Facts({ context, doc }: Part) {
  return (
    <dl class="facts">
      {methodFacts(context, doc).map(({ label, text }) => (
        <div>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the places of params are called. */
const PLACES = [
  ["path", "In the path"],
  ["query", "In the query"],
  ["body", "In the body"],
  ["header", "In headers"],
] as const;

function Params({ context, doc, slug }: Part & { readonly slug: string }) {
  const { AttributeList, Rules } = context.components;
  const { params, rules } = doc;
  const groups = PLACES.map(([place, title]) => ({
    title,
    attributes: params.filter((param) => placeOf(param) === place),
  })).filter(({ attributes }) => attributes.length > 0);
  return (
    <>
      <Section title="Params" id="params">
        {params.length === 0 && <p class="none">None.</p>}
        {groups.map(({ title, attributes }) => (
          <>
            {groups.length > 1 && <h3>{title}</h3>}
            <AttributeList
              {...{ context, attributes, slug }}
              prefix=""
              depth={1}
              above={doc.life}
              part="params"
            />
          </>
        ))}
      </Section>
      {rules.length > 0 && (
        <Section title="Rules" id="rules">
          <Rules context={context} rules={rules} />
        </Section>
      )}
    </>
  );
}

function placeOf({ place }: AttributeDoc) {
  return typeof place === "object" ? "header" : (place ?? "body");
}

function Outcome({ context, doc }: Part) {
  const { TypeLabel, ErrorList, AttributeList } = context.components;
  const { status, returns, headers, errors, envelope } = doc;
  return (
    <>
      <Section title="Returns" id="returns">
        <p>
          <b class="status">{status}</b> <TypeLabel context={context} type={returns} />
        </p>
        {envelope && (
          <AttributeList
            {...{ context, attributes: envelope }}
            slug=""
            prefix="~returns."
            depth={1}
            part="fields"
          />
        )}
        {headers.length > 0 && (
          <dl class="values">
            {headers.map(({ name, description }) => (
              <div>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>
                  <Inline text={description} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
      {errors.length > 0 && (
        <Section title="Errors" id="errors">
          <ErrorList context={context} errors={errors} />
        </Section>
      )}
    </>
  );
}

function Behaviours({ context, doc: { behaviours } }: Part) {
  const { GateNotes } = context.components;
  return (
    behaviours.length > 0 && (
      <Section title={`Behaviour at ${context.version.name}`} id="behaviour">
        <p>Newer versions do this otherwise.</p>
        <GateNotes context={context} gates={behaviours} />
      </Section>
    )
  );
}

/** What the members of its answer are, where it answers with a resource or a page of them. */
function responseKeys({ described }: PageContext, { returns, envelope = [] }: MethodDoc) {
  const name = returns.resource?.name;
  const fields = (name !== undefined && described.resource(name)?.attributes) || [];
  const items = envelope.find(({ type }) => type.resource?.name === name);
  return new Map([...keysByPath(envelope), ...keysByPath(fields, items?.path)]);
}
