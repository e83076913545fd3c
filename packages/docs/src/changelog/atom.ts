import { markdownToHtml } from "../text/markdown.js";
import type { Changelog } from "./changelog.js";
import type { Entry } from "./entry.js";
import { stableId } from "./entry-id.js";
import { type ChangelogFilters, NO_FILTERS, queryOf } from "./filters.js";
import { entryBody } from "./markdown.js";
import { type SelectedEntry, selectEntries } from "./select.js";
import { withQuery } from "./with-query.js";
import { counted, titleOf } from "./words.js";

/** Where a feed and its pages are; absolute, where the site's address is known. */
interface AtomLinks {
  readonly feed: string;
  readonly page: string;
  /** The page of one version. */
  release(version: string): string;
}

/** Readers of feeds fetch it again and again: what is older stands on the page. */
const MOST_ENTRIES = 60;

/**
 * The changelog as an Atom feed (RFC 4287), as far as filters leave it. What is not released, or
 * only will be on a later day, is not in it.
 *
 * @param now in milliseconds since 1970
 */
export function atomOf(
  changelog: Changelog,
  links: AtomLinks,
  filters: ChangelogFilters = NO_FILTERS,
  now: number = Date.now(),
): string {
  const { api } = changelog;
  const today = new Date(now).toISOString().slice(0, 10);
  const asked = { ...filters, preview: false, before: undefined };
  const entries = selectEntries(changelog, asked)
    .filter(({ entry: { date } }) => date !== undefined && date <= today)
    .slice(0, MOST_ENTRIES);
  const query = queryOf(asked);
  const updated = startOf(entries[0]?.entry.date ?? "1970-01-01");
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<title>${xml(`${api.name} changelog`)}</title>`,
    // What is filtered is another feed.
    `<id>${stableId(api.name, "changelog", ...(query === "" ? [] : [query]))}</id>`,
    `<updated>${updated}</updated>`,
    `<author><name>${xml(api.name)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(withQuery(links.feed, query))}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(withQuery(links.page, query))}"/>`,
    ...entries.map((one) => entryXml(changelog, one, links)),
    "</feed>",
    "",
  ].join("\n");
}

function entryXml(changelog: Changelog, selected: SelectedEntry, links: AtomLinks): string {
  const { entry, gates } = selected;
  const date = startOf(entry.date ?? "");
  const page =
    entry.is === "release" ? links.release(entry.version.name) : placeOf(entry, links.page);
  const title =
    entry.is === "release"
      ? `${titleOf(entry)}: ${gates.length === 0 ? "additive release" : counted(gates.length, "change")}`
      : titleOf(entry);
  return [
    "<entry>",
    `<title>${xml(title)}</title>`,
    `<id>${stableId(changelog.api.name, "changelog entry", entry.id)}</id>`,
    `<published>${date}</published>`,
    `<updated>${date}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    `<content type="html">${xml(markdownToHtml(entryBody(changelog, selected)))}</content>`,
    "</entry>",
  ].join("\n");
}

/** Where an entry without a page of its own stands: on the page of the list that begins with its day. */
function placeOf({ id, date = "" }: Entry, list: string): string {
  const next = new Date(Date.parse(startOf(date)) + 86_400_000).toISOString().slice(0, 10);
  return `${withQuery(list, queryOf({ ...NO_FILTERS, before: next }))}#${id}`;
}

/** When a day begins (RFC 3339). */
function startOf(day: string): string {
  return `${day}T00:00:00Z`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A text within XML 1.0, which knows no control characters and no halves of surrogate pairs. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}")
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
