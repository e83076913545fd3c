import type { Json } from "holdfast";
import type { Children } from "./component.js";
import { DOM } from "./dom.js";
import { JsonCode } from "./json-code.js";
import type { KeysByPath } from "./keys-by-path.js";

export interface JsonSampleProps {
  readonly title: Children;
  readonly value: Json;
  readonly keys: KeysByPath;
  /** Whether it is what a method answers, where `try` puts what came back. */
  readonly response?: boolean;
}

/** JSON with a heading, such as a response. */
export function JsonSample({ title, value, keys, response = false }: JsonSampleProps) {
  return (
    <figure class="sample" {...(response && { [DOM.response]: "" })}>
      <figcaption>{title}</figcaption>
      <pre {...{ [DOM.copy]: "" }}>
        <JsonCode value={value} keys={keys} />
      </pre>
    </figure>
  );
}
