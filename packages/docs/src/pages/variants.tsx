import type { VariantDoc } from "../model/docs.js";
import type { Life } from "../model/refs.js";
import type { PageContext } from "./context.js";
import { DOM } from "./dom.js";
import { Prose } from "./markdown.js";

export interface VariantsProps {
  readonly context: PageContext;
  readonly variants: readonly VariantDoc[];
  readonly slug: string;
  readonly prefix: string;
  readonly depth: number;
  /** The life of what has these shapes. */
  readonly above?: Life | undefined;
}

/** The shapes that something may have, each with what stands in it. */
export function Variants({ variants, ...rest }: VariantsProps) {
  const { context } = rest;
  const { AttributeList } = context.components;
  return (
    <ul class="variants">
      {variants.map(({ name, label, description, resource, attributes }) => (
        <li {...{ [DOM.variant]: name, [DOM.resource]: resource }}>
          <p class="about">
            <b class="name">{name}</b>
            <span class="type">
              {resource === undefined ? label : <a href={context.urls.page(resource)}>{label}</a>}
            </span>
          </p>
          <Prose text={description} />
          {attributes.length > 0 && <AttributeList {...rest} attributes={attributes} />}
        </li>
      ))}
    </ul>
  );
}
