import type { TypeDoc } from "../model/docs.js";
import type { PageContext } from "./context.js";

export interface TypeLabelProps {
  readonly context: PageContext;
  readonly type: TypeDoc;
}

/** What values look like, in words; a resource is a link to its page. */
export function TypeLabel({ context: { urls }, type: { label, resource } }: TypeLabelProps) {
  return (
    <span class="type">{resource ? <a href={urls.page(resource.name)}>{label}</a> : label}</span>
  );
}
