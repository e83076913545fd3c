import type { SubjectRef } from "../model/refs.js";
import { attributePage, findAttribute } from "./attribute-page.js";
import type { PageContext } from "./context.js";
import { errorsPage } from "./errors-page.js";
import { eventsPage } from "./events-page.js";
import { methodPage } from "./method-page.js";
import type { PageBody } from "./page-body.js";
import { renderDocument } from "./render.js";
import { resourcePage } from "./resource-page.js";

/**
 * The HTML of a page of reference; undefined where the version does not have it. Events share a
 * page, and so do errors.
 *
 * @param anchor of an attribute that has a page of its own: `charge/source.owner.address`
 */
export function renderReference(
  context: PageContext,
  subject: SubjectRef,
  anchor?: string,
): string | undefined {
  const body = pageOf(context, subject, anchor);
  return body && renderBody(context, body);
}

/** The HTML of a page with the layout around it. */
export function renderBody(context: PageContext, { page, main, aside }: PageBody): string {
  return renderDocument(
    <context.components.Layout context={context} page={page} main={main} aside={aside} />,
  );
}

function pageOf(
  context: PageContext,
  { on, name }: SubjectRef,
  anchor: string | undefined,
): PageBody | undefined {
  const { described } = context;
  if (on === "event") return eventsPage(context);
  if (on === "error") return errorsPage(context);
  if (on === "method") {
    const doc = described.method(name);
    if (!doc || anchor === undefined) return doc && methodPage(context, doc);
    return attributePage(context, doc, findAttribute(doc.params, [], anchor) ?? []);
  }
  const doc = described.resource(name);
  if (!doc || anchor === undefined) return doc && resourcePage(context, doc);
  return attributePage(context, doc, findAttribute(doc.attributes, doc.variants, anchor) ?? []);
}
