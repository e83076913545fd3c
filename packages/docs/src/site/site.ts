import { singleHeader, type WireRequest } from "holdfast";
import { prefersMarkdown } from "./accepted.js";
import type { Asked } from "./asked.js";
import type { Assets } from "./assets.js";
import { chooseVersion, type Refusal } from "./choose-version.js";
import { TYPES } from "./content-types.js";
import type { Contents } from "./contents.js";
import type { DocsOptions } from "./docs-options.js";
import type { DocsSite } from "./docs-site.js";
import { Lru } from "./lru.js";
import { plainAnswer } from "./problem.js";
import { refusalOf, refusalText, toldIn } from "./refuse.js";
import { type Content, Rendition } from "./rendition.js";
import { respond, type SiteResponse } from "./respond.js";
import { owns, type Route, routeOf } from "./route.js";
import { securityHeaders } from "./security-headers.js";
import { renderProblem } from "./version-problem.js";

/** The longest query that is read, in characters. */
const LONGEST_QUERY = 8192;
const CACHED_BYTES = 32 * 1024 * 1024;
const FOREVER = "public, max-age=31536000, immutable";
/** Kept by caches, and asked about each time: a page is as new as the API that it is about. */
const REVALIDATED = "public, no-cache";

/** What is asked of a server: pages, over HTTP. */
export class Site implements DocsSite {
  readonly #contents: Contents;
  readonly #assets: Assets;
  readonly #options: DocsOptions;
  readonly #mount: string;
  readonly #kept: Lru<Rendition>;

  constructor(contents: Contents, assets: Assets, options: DocsOptions) {
    this.#contents = contents;
    this.#assets = assets;
    this.#options = options;
    this.#mount = options.mount ?? "";
    this.#kept = new Lru(options.cacheBytes ?? CACHED_BYTES);
  }

  owns(path: string): boolean {
    return owns(path, this.#mount);
  }

  async handle(request: WireRequest): Promise<SiteResponse> {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return plainAnswer(405, "Docs are only read.", { allow: "GET, HEAD" });
    }
    if (request.query.length > LONGEST_QUERY) return plainAnswer(414, "The query is too long.");
    const route = routeOf(request.path, this.#mount);
    switch (route.to) {
      case "elsewhere":
        return this.#moved(route.path, request.query);
      case "malformed":
        return plainAnswer(400, `The path cannot be read: ${route.why}`);
      case "asset":
        return this.#asset(request, route.name);
      case "key":
      case "dev":
        return plainAnswer(404, "Nothing is here.");
      default:
        return this.#answer(request, route);
    }
  }

  #answer(request: WireRequest, given: Route): SiteResponse {
    const { api, versions } = this.#contents.library;
    const query = new URLSearchParams(request.query);
    const chosen = chooseVersion(api, versions, query);
    const origin = this.#options.docsUrl ?? originOf(request);
    const wants = prefersMarkdown(request) && hasTwin(given) ? { ...given, format: "md" } : given;
    const route = wants as Route;
    if ("problem" in chosen) return this.#refused(request, route, query, chosen);
    const refusal = refusalOf(route, api, versions, query);
    if (refusal) return this.#refused(request, route, query, refusal);
    const asked: Asked = {
      route,
      query,
      version: chosen.version,
      named: chosen.asked,
      mode: chosen.mode,
      origin,
    };
    return respond(request, this.#rendition(asked));
  }

  #rendition(asked: Asked): Rendition {
    const key = keyOf(asked);
    const known = key === undefined ? undefined : this.#kept.get(key);
    if (known) return known;
    const content = this.#contents.of(asked);
    const rendition = new Rendition({ ...content, headers: this.#headers(asked, content) });
    // What leads nowhere could be anything, and would push out what leads somewhere.
    if (key !== undefined && content.status === 200) {
      this.#kept.set(key, rendition, rendition.size);
    }
    return rendition;
  }

  #headers(asked: Asked, { status, headers }: Content): Content["headers"] {
    const hidden = status !== 200 || asked.route.to === "search" || this.#showsDraft(asked);
    const vary = [
      ...(hasTwin(asked.route) ? ["Accept"] : []),
      // Addresses are written as the proxy says that the docs are read.
      ...(this.#options.docsUrl === undefined ? ["X-Forwarded-Proto"] : []),
    ];
    return {
      ...securityHeaders(this.#options.baseUrl),
      ...headers,
      "cache-control": REVALIDATED,
      ...(vary.length > 0 && { vary: vary.join(", ") }),
      ...(hidden && { "x-robots-tag": "noindex" }),
    };
  }

  /** Whether a page is about what is not released, which only who knows its name may find. */
  #showsDraft({ route, query, version }: Asked): boolean {
    const { api, versions } = this.#contents.library;
    const names = [
      version.name,
      ...(route.to === "release" ? [route.version] : []),
      ...(route.to === "upgrade" ? [query.get("from") ?? "", query.get("to") ?? ""] : []),
    ].map((name) => api.timeline.find(name)?.name);
    return versions.some(({ name, status }) => status === "draft" && names.includes(name));
  }

  #refused(
    request: WireRequest,
    asked: Route,
    query: URLSearchParams,
    refusal: Refusal,
  ): SiteResponse {
    const type = toldIn(asked);
    const text =
      type === "html" ? this.#problemPage(request, query, refusal) : refusalText(refusal, type);
    const headers = { ...securityHeaders(this.#options.baseUrl), "cache-control": "no-store" };
    return respond(request, new Rendition({ status: 400, type: TYPES[type], text, headers }));
  }

  #problemPage(request: WireRequest, query: URLSearchParams, refusal: Refusal): string {
    const { newest } = this.#contents.library;
    const context = this.#contents.context({
      route: { to: "nothing" },
      query,
      version: newest,
      named: false,
      mode: "served",
      origin: this.#options.docsUrl ?? originOf(request),
    });
    const at = (version: string) => {
      const other = new URLSearchParams(query);
      other.set(refusal.param ?? "version", version);
      return `${request.path}?${other}`;
    };
    return renderProblem(context, refusal, at);
  }

  #asset(request: WireRequest, name: string): SiteResponse {
    const asset = this.#assets.files.get(name);
    if (!asset) return plainAnswer(404, "There is no such file.");
    const headers = { "cache-control": FOREVER, "x-content-type-options": "nosniff" };
    const key = `asset ${name}`;
    const known = this.#kept.get(key);
    const made = known ?? new Rendition({ ...asset, status: 200, headers });
    if (!known) this.#kept.set(key, made, made.size);
    return respond(request, made);
  }

  #moved(path: string, query: string): SiteResponse {
    const location = `${path}${query === "" ? "" : `?${query}`}`;
    return plainAnswer(301, "It is at the same path without the slash at its end.", { location });
  }
}

/** Where docs are read, as far as a request tells; its parts stand in pages and links. */
function originOf(request: WireRequest): string {
  const host = singleHeader(request, "host");
  const name = host.twice ? "" : (host.value ?? "");
  if (!/^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(name)) return "";
  const forwarded = singleHeader(request, "x-forwarded-proto");
  const secure = !forwarded.twice && forwarded.value === "https";
  return `${secure ? "https" : "http"}://${name.toLowerCase()}`;
}

/** Whether there is the same as Markdown. */
function hasTwin(route: Route): boolean {
  return "format" in route && (route.format === "html" || route.format === "md");
}

/** What a rendition is kept under; undefined for what hangs on whatever else a reader asks. */
function keyOf({ route, query, version, named, mode, origin }: Asked): string | undefined {
  const asks = [...query.keys()].some((name) => name !== "version" && name !== "as");
  if (asks || route.to === "search" || route.to === "upgrade") return undefined;
  return JSON.stringify([route, version.name, named, mode, origin]);
}
