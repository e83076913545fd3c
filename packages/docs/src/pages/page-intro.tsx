import type { Children } from "./component.js";
import type { PageContext } from "./context.js";
import { VersionTag } from "./page-head.js";

interface PageIntroProps {
  readonly context: PageContext;
  readonly title: string;
  readonly children?: Children;
}

/** What a page begins with that is not about one method or resource. */
export function PageIntro({ context, title, children }: PageIntroProps) {
  return (
    <header class="title">
      <VersionTag context={context} />
      <h1>{title}</h1>
      {children && <p class="lead">{children}</p>}
    </header>
  );
}
