import type { PageContext } from "./context.js";
import { DOM } from "./dom.js";
import { VersionTag } from "./page-head.js";
import { renderBody } from "./render-reference.js";

/** A page of prose, ready but for the layout. */
export interface ProsePage {
  /** `guides/errors`. */
  readonly slug: string;
  readonly title: string;
  /** One plain sentence. */
  readonly description: string;
  /** Its text as safe HTML, without the title. */
  readonly html: string;
}

/** The HTML of a page of prose. */
export function renderProse(
  context: PageContext,
  { slug, title, description, html }: ProsePage,
): string {
  return renderBody(context, {
    page: { kind: "prose", title, description, slug },
    main: (
      <article {...{ [DOM.region]: "prose" }}>
        <header class="title">
          <VersionTag context={context} />
          <h1>{title}</h1>
        </header>
        <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </article>
    ),
  });
}
