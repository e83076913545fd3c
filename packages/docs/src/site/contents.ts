import { llmsFullTxt, llmsTxt, versionsJson } from "../markdown/index.js";
import type { VersionRef } from "../model/refs.js";
import { openApiOf, toYaml } from "../openapi/index.js";
import {
  defaultComponents,
  type PageContext,
  renderNotFound,
  renderSearch,
} from "../pages/index.js";
import { matchNames, packEntries } from "../search/index.js";
import type { Asked } from "./asked.js";
import { canonicalPath } from "./canonical-path.js";
import { changelogText, guideText, releaseText } from "./change-pages.js";
import { TYPES } from "./content-types.js";
import type { DocsOptions } from "./docs-options.js";
import type { Library } from "./library.js";
import { missingAt } from "./missing.js";
import { missingMarkdown, searchMarkdown } from "./names-markdown.js";
import { prosePage } from "./prose-page.js";
import { referenceMarkdown, referencePage } from "./reference-page.js";
import type { Content } from "./rendition.js";
import type { Looking } from "./served-urls.js";
import { SiteFacts } from "./site-info.js";
import type { Urls } from "./urls.js";

/** A search for more letters than these is cut. */
const LONGEST_QUERY = 200;
const MOST_HITS = 100;

/** A text and its media type; no text where there is nothing. */
type Made = readonly [type: keyof typeof TYPES, text: string | undefined];

/** What pages and files of the site hold, wherever they are put. */
export class Contents {
  readonly library: Library;
  readonly #options: DocsOptions;
  readonly #facts: SiteFacts;
  readonly #urls: (looking: Looking) => Urls;

  /**
   * @param urls where pages are for a reader who looks at something
   * @param offers which versions pages offer; drafts are only offered to who looks at them
   */
  constructor(
    library: Library,
    options: DocsOptions,
    urls: (looking: Looking) => Urls,
    offers: (version: VersionRef) => boolean = () => true,
  ) {
    this.library = library;
    this.#options = options;
    this.#facts = new SiteFacts(library, options, offers);
    this.#urls = urls;
  }

  /** What a page is made from. */
  context({ route, version, named, mode, origin }: Asked): PageContext {
    const { library } = this;
    const isNewest = version.name === library.newest.name;
    const plain = this.#urls({ mode: "served" });
    return {
      site: this.#facts.at(origin, version.name),
      version,
      mode,
      urls: this.#urls({ version: named ? version.name : undefined, mode }),
      described: library.describer.at(version.name, mode),
      samples: mode === "released" ? library.released : library.samples,
      lifelines: library.lifelines,
      components: { ...defaultComponents, ...this.#options.components },
      canonical: `${origin}${canonicalPath(route, plain, isNewest ? undefined : version.name)}`,
    };
  }

  /** What is answered; a page that says so where there is nothing. */
  of(asked: Asked): Content {
    const [type, text] = this.#make(asked);
    if (text !== undefined) {
      return { status: 200, type: TYPES[type], text, headers: this.#links(asked) };
    }
    const context = this.context(asked);
    const missing = missingAt(this.library.names, asked.route);
    return type === "md"
      ? { status: 404, type: TYPES.md, text: missingMarkdown(context, missing), headers: {} }
      : { status: 404, type: TYPES.html, text: renderNotFound(context, missing), headers: {} };
  }

  #make(asked: Asked): Made {
    const { library } = this;
    const { route } = asked;
    switch (route.to) {
      case "page": {
        const { slug, format } = route;
        const context = this.context(asked);
        const make = format === "html" ? referencePage : referenceMarkdown;
        return [format, prosePage(library, context, slug, format) ?? make(context, slug)];
      }
      case "search":
        return [route.format, this.#search(asked, route.format)];
      case "searchIndex":
        return ["json", JSON.stringify(packEntries(library.names.map(({ entry }) => entry)))];
      case "changelog":
        return [route.format, changelogText(library, this.context(asked), asked, route.format)];
      case "release":
        return [
          route.format,
          releaseText(library, this.context(asked), route.version, route.format),
        ];
      case "upgrade":
        return [route.format, guideText(library, this.context(asked), asked, route.format)];
      case "openapi":
        return [route.format, this.#openApi(asked, route.format)];
      case "versions":
        return ["json", JSON.stringify(versionsJson(library.api, this.context(asked).urls))];
      case "llms":
        return ["text", llmsTxt(this.context(asked))];
      case "llmsFull":
        return ["text", llmsFullTxt(this.context(asked))];
      default:
        return ["html", undefined];
    }
  }

  /** A page's other addresses, for who reads no HTML (RFC 8288). */
  #links(asked: Asked): Content["headers"] {
    const { route } = asked;
    if (route.to !== "page") return {};
    const { urls, canonical } = this.context(asked);
    const twin = `<${urls.markdown(route.slug)}>; rel="alternate"; type="text/markdown"`;
    return {
      link: [`<${canonical}>; rel="canonical"`, ...(route.format === "html" ? [twin] : [])].join(
        ", ",
      ),
    };
  }

  #search(asked: Asked, format: "html" | "md"): string {
    const query = (asked.query.get("q") ?? "").slice(0, LONGEST_QUERY);
    const hits = matchNames(this.library.names, query, MOST_HITS);
    const render = format === "md" ? searchMarkdown : renderSearch;
    return render(this.context(asked), query, hits);
  }

  #openApi({ version, origin }: Asked, format: "json" | "yaml"): string {
    const { api, samples, lifelines } = this.library;
    const serverUrl = this.#options.baseUrl ?? origin;
    const document = openApiOf(api, version.name, { samples, lifelines, serverUrl });
    return format === "json" ? JSON.stringify(document) : toYaml(document);
  }
}
