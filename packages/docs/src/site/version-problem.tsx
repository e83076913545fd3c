import { type PageContext, renderLayout } from "../pages/index.js";
import type { Refusal } from "./choose-version.js";

/** The page that says why there is none, with the versions that may have been meant. */
export function renderProblem(
  context: PageContext,
  { problem, param, nearest }: Refusal,
  at: (version: string) => string,
): string {
  const title = param === undefined ? "Not understood" : "No such version";
  return renderLayout(context, {
    kind: "missing",
    title,
    description: problem,
    unlisted: true,
    main: (
      <>
        <h1>{title}</h1>
        <p>{problem}</p>
        {nearest.length > 0 && (
          <>
            <p>{nearest.length === 1 ? "The nearest is:" : "The nearest are:"}</p>
            <ul>
              {nearest.map((name) => (
                <li>
                  <a href={at(name)}>{name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={context.urls.changelog()}>All versions</a>
        </p>
      </>
    ),
  });
}
