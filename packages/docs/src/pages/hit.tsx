import type { SearchEntry } from "../search/index.js";
import type { PageContext } from "./context.js";

interface HitProps {
  readonly context: PageContext;
  readonly entry: SearchEntry;
  /** Whether it has another name now, or is gone. */
  readonly old: boolean;
}

/** Something that a search found: what it is, and what it is called now. */
export function Hit({ context, entry, old }: HitProps) {
  const { name, kind, subject, from, to, now } = entry;
  const ofSomething = subject !== "" && subject !== name;
  return (
    <li>
      <a href={hrefOf(context, entry)}>
        <code>{name}</code>
      </a>{" "}
      <span class="type">
        {kind}
        {ofSomething && ` of ${subject}`}
      </span>
      {old && (
        <p class="life">
          {now === undefined ? (
            `From ${from} to ${to}; it is gone.`
          ) : (
            <>
              Called so from {from} to {to}; now <code>{now}</code>.
            </>
          )}
        </p>
      )}
    </li>
  );
}

/** Where something is shown: now, or at the last version that had it. */
function hrefOf({ urls }: PageContext, { slug, anchor, to, now }: SearchEntry): string {
  const page = now === undefined ? urls.page(slug, to) : urls.page(slug);
  return anchor === "" ? page : `${page}#${encodeURIComponent(anchor)}`;
}
