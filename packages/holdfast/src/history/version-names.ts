const VERSION = /^\d{4}-\d{2}-\d{2}(\.[a-z][a-z0-9-]*)?$/;

/** What stands before the first version and holds every gate. */
export const GENESIS = "genesis";

/** How the names of drafts end, as callers ask for them. */
const PREVIEW = "-preview";

/** Whether a name is a real date, with or without a release name that no preview could have. */
export function isVersionName(name: string): boolean {
  return VERSION.test(name) && isDay(dayOf(name)) && !name.endsWith(PREVIEW);
}

/** Whether a text is a real date: `2015-02-18`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The date that a version's name begins with. */
export function dayOf(version: string): string {
  return version.slice(0, 10);
}

/** What a draft is called where it is asked for. */
export function previewOf(version: string): string {
  return `${version}${PREVIEW}`;
}

/** When a day begins, in UTC, in milliseconds since 1970. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
