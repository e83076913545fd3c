import type { Contract } from "holdfast/contract";
import type { SubjectRef } from "../model/refs.js";
import type { PageContext } from "../pages/context.js";
import { slugOf } from "../pages/slug.js";
import { calledAt } from "./called.js";

interface SubjectLinksProps {
  readonly context: PageContext;
  readonly subjects: readonly SubjectRef[];
  /** The version at whose pages the links lead, and by whose names things are called. */
  readonly version: string | undefined;
  readonly contract: Contract | undefined;
  /** How many are named; of more, only their number is told. */
  readonly most: number;
}

/** Methods, resources, events and errors by their names, each with the way to its page. */
export function SubjectLinks({ context, subjects, version, contract, most }: SubjectLinksProps) {
  const shown = subjects.length <= most + 1 ? subjects : subjects.slice(0, most);
  const more = subjects.length - shown.length;
  return (
    <>
      {shown.map((subject, index) => (
        <>
          {index > 0 && ", "}
          <a href={hrefOf(context, subject, version)}>
            <code>{calledAt(contract, subject)}</code>
          </a>
        </>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}

function hrefOf({ urls }: PageContext, subject: SubjectRef, version: string | undefined): string {
  const { slug, hash } = slugOf(subject);
  return `${urls.page(slug, version)}${hash}`;
}
