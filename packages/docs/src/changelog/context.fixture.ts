import type { Api } from "holdfast";
import { contextsOf } from "../pages/context.fixture.js";
import type { PageContext } from "../pages/context.js";
import type { SampleSource } from "./sample-source.js";

/** What pages of an API's newest version are made from, with samples, and without its drafts. */
export function contextOf(api: Api, samples: SampleSource): PageContext {
  const context = contextsOf(api)(api.timeline.versions.at(-1)?.name ?? "");
  const versions = context.site.versions.filter(({ status }) => status !== "draft");
  return { ...context, samples, site: { ...context.site, versions } };
}
