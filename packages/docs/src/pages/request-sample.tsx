import type { SampleLanguage, SampleRequest } from "../samples/sample.js";
import { type CodeToken, codeTokens } from "./code-tokens.js";
import type { PageContext } from "./context.js";
import { DOM } from "./dom.js";

export interface RequestSampleProps {
  readonly context: PageContext;
  readonly request: SampleRequest;
}

/** A request in every language of the site. Without a script the choice works by radio buttons. */
export function RequestSample({ context, request }: RequestSampleProps) {
  const { languages } = context.site;
  const slots = { [DOM.slot]: "try", [DOM.request]: JSON.stringify(request) };
  return (
    <figure class="sample">
      <figcaption>Request</figcaption>
      {languages.length === 1 ? (
        languages.map((language) => (
          <Code context={context} language={language} request={request} />
        ))
      ) : (
        <fieldset class="languages" {...{ [DOM.languages]: "" }}>
          <legend>Language</legend>
          {languages.map((language, index) => (
            <Choice {...{ context, language, request }} chosen={index === 0} />
          ))}
        </fieldset>
      )}
      <div class="slot" hidden {...slots} />
    </figure>
  );
}

interface CodeProps extends RequestSampleProps {
  readonly language: SampleLanguage;
}

function Choice({ chosen, ...rest }: CodeProps & { readonly chosen: boolean }) {
  const { id, label } = rest.language;
  return (
    <>
      <input type="radio" name="language" id={`~${id}`} value={id} checked={chosen} />
      <label for={`~${id}`}>{label}</label>
      <Code {...rest} />
    </>
  );
}

/** The classes of what is not plain. */
const CLASSES: Readonly<Record<Exclude<CodeToken["kind"], "plain" | "key">, string>> = {
  string: "s",
  comment: "c",
  number: "n",
  option: "k",
};

function Code({ context: { site }, language, request }: CodeProps) {
  const text = language.write(request, site.apiUrl, site.key);
  return (
    <pre {...{ [DOM.copy]: "", [DOM.language]: language.id }}>
      <code>
        {codeTokens(text, language.syntax, site.key).map(({ text: piece, kind }) => {
          if (kind === "plain") return piece;
          if (kind === "key") return <span {...{ [DOM.apiKey]: "" }}>{piece}</span>;
          return <i class={CLASSES[kind]}>{piece}</i>;
        })}
      </code>
    </pre>
  );
}
