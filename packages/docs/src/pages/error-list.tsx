import type { ErrorDoc } from "../model/docs.js";
import type { PageContext } from "./context.js";
import { Inline } from "./markdown.js";
import { slugOf } from "./slug.js";

export interface ErrorListProps {
  readonly context: PageContext;
  readonly errors: readonly ErrorDoc[];
}

/** The errors that a method can answer: first its own, then on demand those of any method. */
export function ErrorList({ context, errors }: ErrorListProps) {
  const own = errors.filter(({ general }) => !general);
  const general = errors.filter((error) => error.general);
  return (
    <>
      {own.length > 0 && <List context={context} errors={own} />}
      {general.length > 0 && (
        <details class="more">
          <summary>{general.length} that any method can answer</summary>
          <List context={context} errors={general} />
        </details>
      )}
    </>
  );
}

function List({ context: { urls }, errors }: ErrorListProps) {
  return (
    <ul class="errors">
      {errors.map(({ subject, name, status, type, code, description }) => (
        <li>
          <b class="status">{status}</b>
          <div>
            <a href={urls.page(slugOf(subject).slug) + slugOf(subject).hash}>
              <code>{name}</code>
            </a>{" "}
            <span class="type">{code === null || code === name ? type : `${type}, ${code}`}</span>
            <p>
              <Inline text={description} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
