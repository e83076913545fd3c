import type { PageContext } from "./context.js";
import { DOM } from "./dom.js";
import { getForm, KeptFields } from "./get-form.js";
import type { PageMeta } from "./page-meta.js";
import { TimelineTrack } from "./timeline-track.js";
import { VersionSelect } from "./version-select.js";
import { VersionStory } from "./version-story.js";

export interface VersionSliderProps {
  readonly context: PageContext;
  readonly page: PageMeta;
}

/**
 * The time-lapse: a form that shows the page at another version. Scripts make it a slider and
 * submit it by themselves.
 */
export function VersionSlider({ context, page }: VersionSliderProps) {
  const { site, version, urls, mode } = context;
  const { slug } = page;
  if (slug === undefined || site.versions.length < 2) return null;
  const here = urls.page(slug, version.name);
  const index = site.versions.findIndex(({ name }) => name === version.name);
  const changed = (page.subject && site.changedAt?.(page.subject)) ?? new Set<string>();
  return (
    <form
      class="lapse"
      action={getForm(here).action}
      aria-label="Time-lapse"
      {...{ [DOM.slider]: "", [DOM.region]: "slider", [DOM.guide]: urls.guide("~from~", "~to~") }}
    >
      <KeptFields url={here} but={["version", "as"]} />
      <VersionStory context={context} />
      <div class="controls">
        <VersionSelect context={context} slug={slug} />
        <Step {...{ context, slug, index: index - 1 }} direction="previous" sign="‹" />
        <Step {...{ context, slug, index: index + 1 }} direction="next" sign="›" />
        <TimelineTrack context={context} changed={changed} />
        {site.hasAdditions && (
          <select name="as" aria-label="As it is served today, or as it was released">
            <option value="served">as served today</option>
            <option value="released" selected={mode === "released"}>
              as released
            </option>
          </select>
        )}
        <button type="submit">Show</button>
      </div>
    </form>
  );
}

interface StepProps {
  readonly context: PageContext;
  readonly slug: string;
  readonly index: number;
  readonly direction: "previous" | "next";
  readonly sign: string;
}

/** A link to the version before or after; where there is none, the room that it would take. */
function Step({ context: { site, urls }, slug, index, direction, sign }: StepProps) {
  const to = site.versions[index];
  if (!to) return <span class="step">{sign}</span>;
  return (
    <a
      class="step"
      href={urls.page(slug, to.name)}
      rel={direction === "next" ? "next" : "prev"}
      aria-label={`${direction === "next" ? "Next" : "Previous"} version: ${to.name}`}
      title={to.name}
      {...{ [DOM.step]: direction }}
    >
      {sign}
    </a>
  );
}
