import type { Json } from "holdfast";
import type {
  ErrorDoc,
  EventDoc,
  MethodDoc,
  NavigationGroup,
  Prose,
  ResourceDoc,
} from "../model/docs.js";
import type { Life, SubjectRef, VersionRef } from "../model/refs.js";
import type { MethodSample, SampleLanguage } from "../samples/sample.js";
import type { Urls } from "../site/urls.js";
import type { Components } from "./components.js";

/** What happened on the day of a version. */
export interface VersionStory {
  /** The legacy behaviours that ended with it, in the author's sentences. */
  readonly changes: readonly { readonly gate: string; readonly description: Prose }[];
  /** What came without a gate between the version before and this one: `field charge.receipt_url`. */
  readonly additions: readonly string[];
}

/** What pages need to know of the site that they are part of, whichever version they show. */
export interface SiteInfo {
  /** Of the API: `Payments`. */
  readonly name: string;
  /** What the API is, for the overview: Markdown. */
  readonly description: Prose;
  /** Where the API answers, without a trailing slash. */
  readonly apiUrl: string;
  /** The request header that asks for a version. */
  readonly versionHeader: string;
  /** Every version that pages offer, oldest first; drafts last, where they are shown at all. */
  readonly versions: readonly VersionRef[];
  /** Pages of prose, in their order: slugs are `guides/errors`. */
  readonly guides: readonly { readonly slug: string; readonly title: string }[];
  /** What requests can be shown in; the first is chosen until the reader chooses. */
  readonly languages: readonly SampleLanguage[];
  /** What stands for the reader's key in samples: `sk_test_...`. */
  readonly key: string;
  /** Whether a page may make itself a test key: one that begins like this opens a sandbox. */
  readonly sandbox?: { readonly keyPrefix: string };
  /** More entries of the head of every page, such as a status page. */
  readonly links?: readonly { readonly label: string; readonly href: string }[];
  /** The names of stylesheets that come after the docs' own, for `urls.asset`. */
  readonly styles?: readonly string[];
  /** Whether anything came without a gate: else versions are served as they were released. */
  readonly hasAdditions?: boolean;
  /** What happened on the day of a version. */
  story(version: string): VersionStory | undefined;
  /** The versions that changed something, so that they stand out in the time-lapse. */
  changedAt?(subject: SubjectRef): ReadonlySet<string>;
}

/** The API as one version has it, as far as pages read it. */
interface DescribedPages {
  readonly navigation: readonly NavigationGroup[];
  method(name: string): MethodDoc | undefined;
  resource(name: string): ResourceDoc | undefined;
  event(name: string): EventDoc | undefined;
  error(name: string): ErrorDoc | undefined;
  readonly methods: readonly string[];
  readonly resources: readonly string[];
  readonly events: readonly string[];
  readonly errors: readonly string[];
}

/** What was recorded of the API's examples, as one version shows it. */
interface SamplesOfPages {
  methodSample(name: string, version: string): MethodSample | undefined;
  resourceSample(name: string, version: string): Json | undefined;
  eventSample(type: string, version: string): Json | undefined;
  errorSample(name: string, version: string): Json | undefined;
}

/** When and under which names methods, resources, events and errors existed. */
interface LifelinesOfPages {
  method(name: string): Life;
  resource(name: string): Life;
  event(name: string): Life;
  error(name: string): Life;
}

/** Everything that a page is made from. A page is a function of it. */
export interface PageContext {
  readonly site: SiteInfo;
  /** The version that is shown. */
  readonly version: VersionRef;
  /** With what was added since (`served`), or as it was on its day (`released`). */
  readonly mode: "served" | "released";
  /**
   * Where pages are. Without a version a link keeps what the reader is looking at: the version, if
   * they asked for one, and the mode.
   */
  readonly urls: Urls;
  readonly described: DescribedPages;
  readonly samples: SamplesOfPages;
  readonly lifelines: LifelinesOfPages;
  readonly components: Components;
  /** The absolute address of this page, or its path, for `<link rel="canonical">`. */
  readonly canonical: string;
  /** The version that the reader's account is held at, once it is known: "you are here". */
  readonly pin?: string;
  /** Versions that the reader's traffic uses, once there is a log of it. */
  readonly seen?: readonly string[];
}
