import type { SubjectRef } from "../model/refs.js";

/** Where what something is about can be read: a page's slug, with a fragment where it shares a page. */
export function slugOf({ on, name }: SubjectRef): { readonly slug: string; readonly hash: string } {
  if (on === "event") return { slug: "events", hash: `#${encodeURIComponent(name)}` };
  if (on === "error") return { slug: "errors", hash: `#${encodeURIComponent(name)}` };
  return { slug: name, hash: "" };
}
