import type { Api } from "holdfast";
import { Lifelines } from "../compare/lifelines.js";
import { Describer } from "../model/describe.js";
import { versionsOf } from "../model/versions.js";
import { noExamples, Samples, sampleLanguages } from "../samples/index.js";
import { servedUrls } from "../site/served-urls.js";
import type { Components, PageContext } from "./index.js";
import { defaultComponents } from "./index.js";

/** Makes what pages of an API are made from, at any of its versions. */
export function contextsOf(api: Api, components: Partial<Components> = {}) {
  const lifelines = new Lifelines(api);
  const describer = new Describer(api, lifelines);
  const samples = new Samples(api, noExamples);
  const versions = versionsOf(api);
  return (name: string): PageContext => {
    const version = versions.find((one) => one.name === name);
    if (!version) throw new RangeError(`there is no version ${name}`);
    const places = {
      mount: "",
      assets: new Map<string, string>(),
      keys: false,
      devEvents: undefined,
    };
    return {
      site: {
        name: api.name,
        description: "",
        apiUrl: "https://api.example.com",
        versionHeader: api.versionHeader,
        versions,
        guides: [],
        languages: sampleLanguages,
        key: "sk_test_...",
        story: (of) => ({ changes: api.timeline.find(of)?.gates ?? [], additions: [] }),
      },
      version,
      mode: "served",
      urls: servedUrls(places, { version: name, mode: "served" }),
      described: describer.at(name),
      samples,
      lifelines,
      components: { ...defaultComponents, ...components },
      canonical: "/docs",
    };
  };
}
