/** What a path of the site leads to. */
export type Route =
  /** A page by its slug, as HTML or as its Markdown twin. */
  | { readonly to: "page"; readonly slug: string; readonly format: "html" | "md" }
  | { readonly to: "search" | "upgrade"; readonly format: "html" | "md" }
  | { readonly to: "changelog"; readonly format: "html" | "md" | "atom" | "json" }
  | { readonly to: "release"; readonly version: string; readonly format: "html" | "md" }
  | { readonly to: "openapi"; readonly format: "json" | "yaml" }
  | { readonly to: "asset"; readonly name: string }
  | { readonly to: "versions" | "llms" | "llmsFull" | "searchIndex" | "key" | "dev" }
  /** The same path without the slash at its end. */
  | { readonly to: "elsewhere"; readonly path: string }
  | { readonly to: "nothing" }
  /** It cannot be read. */
  | { readonly to: "malformed"; readonly why: string };

const FIXED: ReadonlyMap<string, Route> = new Map<string, Route>([
  ["/docs", { to: "page", slug: "", format: "html" }],
  ["/docs.md", { to: "page", slug: "", format: "md" }],
  ["/docs/search", { to: "search", format: "html" }],
  ["/docs/search.md", { to: "search", format: "md" }],
  ["/docs/upgrade", { to: "upgrade", format: "html" }],
  ["/docs/upgrade.md", { to: "upgrade", format: "md" }],
  ["/docs/-/search.json", { to: "searchIndex" }],
  ["/docs/-/key", { to: "key" }],
  ["/docs/-/dev", { to: "dev" }],
  ["/changelog", { to: "changelog", format: "html" }],
  ["/changelog.md", { to: "changelog", format: "md" }],
  ["/changelog.atom", { to: "changelog", format: "atom" }],
  ["/changelog.json", { to: "changelog", format: "json" }],
  ["/openapi.json", { to: "openapi", format: "json" }],
  ["/openapi.yaml", { to: "openapi", format: "yaml" }],
  ["/versions.json", { to: "versions" }],
  ["/llms.txt", { to: "llms" }],
  ["/llms-full.txt", { to: "llmsFull" }],
]);

/** Whether a path is the site's, whatever it leads to. */
export function owns(path: string, mount: string): boolean {
  if (!path.startsWith(`${mount}/`)) return false;
  const own = path.slice(mount.length);
  return FIXED.has(own) || own.startsWith("/docs/") || own.startsWith("/changelog/");
}

/** Where a path leads that the site owns; `path` is percent-encoded, as it was sent. */
export function routeOf(path: string, mount: string): Route {
  const own = path.slice(mount.length);
  const fixed = FIXED.get(own);
  if (fixed) return fixed;
  if (own.endsWith("/")) return { to: "elsewhere", path: path.replace(/\/+$/, "") };
  const segments = decoded(own);
  if (typeof segments === "string") return { to: "malformed", why: segments };
  const [first, second = "", ...more] = segments;
  if (first === "changelog") {
    if (more.length > 0) return { to: "nothing" };
    return { to: "release", version: plain(second), format: formatOf(second) };
  }
  if (second === "-") {
    const [name = "", ...rest] = more;
    return rest.length === 0 ? { to: "asset", name } : { to: "nothing" };
  }
  const slug = [second, ...more].join("/");
  return { to: "page", slug: plain(slug), format: formatOf(slug) };
}

/** The segments of a path, or why they cannot be read. */
function decoded(path: string): readonly string[] | string {
  try {
    const segments = path.slice(1).split("/").map(decodeURIComponent);
    if (segments.some((one) => one.includes("/"))) return "%2F stands within a name.";
    return segments.some((one) => one.includes("\0")) ? "%00 stands for no letter." : segments;
  } catch {
    return "after a % stand two hex digits, which together are UTF-8.";
  }
}

function formatOf(text: string): "html" | "md" {
  return text.endsWith(".md") ? "md" : "html";
}

function plain(text: string): string {
  return text.replace(/\.md$/, "");
}
