import type { ErrorDoc } from "../model/docs.js";
import type { PageContext } from "./context.js";
import { Inline } from "./markdown.js";
import { slugOf } from "./slug.js";

export interface ErrorTableProps {
  readonly context: PageContext;
  readonly errors: readonly ErrorDoc[];
}

/** The errors that a method can raise, with their statuses. */
export function ErrorTable({ context: { urls }, errors }: ErrorTableProps) {
  return (
    <table class="errors">
      <thead>
        <tr>
          <th scope="col">Status</th>
          <th scope="col">Error</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {errors.map(({ subject, status, type, code, description }) => {
          const { slug, hash } = slugOf(subject);
          return (
            <tr>
              <td>{status}</td>
              <td>
                <a href={urls.page(slug) + hash}>
                  <code>{code ?? type}</code>
                </a>
              </td>
              <td>
                <Inline text={description} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
