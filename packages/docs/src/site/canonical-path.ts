import type { Route } from "./route.js";
import type { Urls } from "./urls.js";

/**
 * Where a page is that can be reached in several ways: its HTML form at a version, and without one at
 * the newest.
 */
export function canonicalPath(route: Route, urls: Urls, version: string | undefined): string {
  switch (route.to) {
    case "page":
      return urls.page(route.slug, version);
    case "changelog":
      return urls.changelog();
    case "release":
      return urls.release(route.version);
    case "search":
      return urls.search();
    case "upgrade":
      return urls.page("upgrade");
    default:
      return urls.page("", version);
  }
}
