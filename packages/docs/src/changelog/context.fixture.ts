import type { Api } from "holdfast";
import { Lifelines } from "../compare/lifelines.js";
import { Describer } from "../model/describe.js";
import { versionsOf } from "../model/versions.js";
import type { PageContext } from "../pages/context.js";
import { defaultComponents } from "../pages/index.js";
import { curl } from "../samples/languages/curl.js";
import type { Urls } from "../site/urls.js";
import type { SampleSource } from "./sample-source.js";

/** What pages of an API's newest version are made from, at addresses that a test can foresee. */
export function contextOf(api: Api, samples: SampleSource): PageContext {
  const versions = versionsOf(api).filter(({ status }) => status !== "draft");
  const newest = versions.at(-1);
  if (!newest) throw new RangeError("it has no version");
  const lifelines = new Lifelines(api);
  return {
    site: {
      name: api.name,
      description: "",
      apiUrl: "https://api.example.com",
      versionHeader: api.versionHeader,
      versions,
      guides: [],
      languages: [curl],
      key: "sk_test_...",
      story: () => undefined,
      changedAt: () => new Set<string>(),
    },
    version: newest,
    mode: "served",
    urls,
    described: new Describer(api, lifelines).at(newest.name),
    samples,
    lifelines,
    components: defaultComponents,
    canonical: "https://docs.example.com/docs",
  };
}

const urls: Urls = {
  page: (slug, version) => `/docs/${slug}${version === undefined ? "" : `?version=${version}`}`,
  markdown: (slug) => `/docs/${slug}.md`,
  changelog: (format = "html") => `/changelog${format === "html" ? "" : `.${format}`}`,
  release: (version) => `/changelog/${version}`,
  guide: (from, to, only) =>
    `/docs/upgrade?from=${from}&to=${to}${only === undefined ? "" : `&only=${only}`}`,
  openapi: () => "/openapi.json",
  search: () => "/docs/search",
  asset: (name) => `/docs/-/${name}`,
  searchIndex: () => "/docs/-/search.json",
  keyEndpoint: () => undefined,
  devEvents: () => undefined,
};
