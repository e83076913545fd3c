import type { MethodDoc } from "../model/docs.js";
import type { Children } from "./component.js";
import type { PageContext } from "./context.js";

/** What callers should know of a method before they call it, beside its params. */
export function methodFacts(
  { urls, site }: PageContext,
  { keys, idempotent }: MethodDoc,
): readonly { readonly label: string; readonly text: Children }[] {
  const guide = site.guides.find(({ slug }) => slug.endsWith("/idempotency"));
  return [
    { label: "Keys", text: `${keys.join(" or ")} key${keys.length === 1 ? "" : "s"}` },
    ...(idempotent
      ? [
          {
            label: "Retries",
            text: (
              <>
                Safe with an{" "}
                {guide ? (
                  <a href={urls.page(guide.slug)}>
                    <code>Idempotency-Key</code>
                  </a>
                ) : (
                  <code>Idempotency-Key</code>
                )}
              </>
            ),
          },
        ]
      : []),
  ];
}
