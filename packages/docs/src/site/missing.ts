import type { Missing } from "../pages/index.js";
import { type IndexedName, matchNames } from "../search/index.js";
import type { Route } from "./route.js";

/** How many names are shown that are nearly what was asked for. */
const NEAR = 6;
/** A path may be long; what is said of it is not. */
const LONGEST = 100;

/** What is said of a route that leads nowhere: when there was such a thing, and what is like it. */
export function missingAt(names: readonly IndexedName[], route: Route): Missing {
  const [name = "", anchor] = nameOf(route)
    .split("/")
    .map((part) => part.slice(0, LONGEST));
  const asked = anchor ?? name;
  const known = names
    .map(({ entry }) => entry)
    .filter((entry) =>
      anchor === undefined
        ? entry.name === name && (entry.kind === "method" || entry.kind === "resource")
        : entry.subject === name && (entry.anchor === anchor || entry.name === anchor),
    );
  const near = known.length > 0 ? [] : matchNames(names, asked, NEAR);
  const slug = route.to === "page" && known.length > 0 ? route.slug : undefined;
  return { asked, slug, known, near };
}

function nameOf(route: Route): string {
  if (route.to === "page") return route.slug;
  return route.to === "release" ? route.version : "";
}
