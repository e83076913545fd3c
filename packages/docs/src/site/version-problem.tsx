import { type PageContext, renderLayout } from "../pages/index.js";
import type { ChosenVersion } from "./choose-version.js";

/** The page that says why no version could be chosen, with those that may have been meant. */
export function renderProblem(
  context: PageContext,
  { problem, nearest }: Extract<ChosenVersion, { readonly problem: string }>,
  at: (version: string) => string,
): string {
  return renderLayout(context, {
    kind: "missing",
    title: "No such version",
    description: problem,
    unlisted: true,
    main: (
      <>
        <h1>No such version</h1>
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
