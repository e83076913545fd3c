import type { AttributeDoc } from "../model/docs.js";
import type { Life } from "../model/refs.js";
import type { PageContext } from "./context.js";
import { DOM } from "./dom.js";

export interface AttributeListProps {
  readonly context: PageContext;
  readonly attributes: readonly AttributeDoc[];
  readonly slug: string;
  readonly prefix: string;
  readonly depth: number;
  /** The life of what they stand in. */
  readonly above?: Life | undefined;
  /** Set on the list that a page is about: `params` or `fields`. */
  readonly part?: "params" | "fields";
}

/** Attributes, one below the other. */
export function AttributeList({ attributes, part, ...rest }: AttributeListProps) {
  const { Attribute } = rest.context.components;
  return (
    <ul class="attributes" {...(part && { [DOM.attributes]: part })}>
      {attributes.map((attribute) => (
        <Attribute key={attribute.key} attribute={attribute} {...rest} />
      ))}
    </ul>
  );
}
