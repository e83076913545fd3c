import type { RuleDoc } from "../model/docs.js";
import type { PageContext } from "./context.js";
import { Inline } from "./markdown.js";
import { slugOf } from "./slug.js";

export interface RulesProps {
  readonly context: PageContext;
  readonly rules: readonly RuleDoc[];
}

/** What must hold of several params together. */
export function Rules({ context: { urls }, rules }: RulesProps) {
  return (
    <ul class="rules">
      {rules.map(({ description, error }) => (
        <li>
          <Inline text={description} />
          {error && (
            <>
              {" "}
              <a class="raises" href={urls.page(slugOf(error).slug) + slugOf(error).hash}>
                else {error.name}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
