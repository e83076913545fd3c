import type { VersionRef } from "../model/refs.js";
import type { PageContext } from "./context.js";
import { DOM } from "./dom.js";

/** Every version as a list, a group for each year: how screen readers and plain forms choose one. */
export function VersionSelect({ context, slug }: VersionSelectProps) {
  const { site, version, urls, pin } = context;
  return (
    <select name="version" aria-label="Version" {...{ [DOM.versions]: "" }}>
      {byYear(site.versions).map(([year, versions]) => (
        <optgroup label={year}>
          {versions.map((one) => (
            <option
              value={one.name}
              selected={one.name === version.name}
              {...{ [DOM.url]: urls.page(slug, one.name) }}
            >
              {one.name + notesOf(one, pin)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

interface VersionSelectProps {
  readonly context: PageContext;
  readonly slug: string;
}

function notesOf({ name, status }: VersionRef, pin: string | undefined): string {
  const notes = [...(status === "live" ? [] : [status]), ...(name === pin ? ["yours"] : [])];
  return notes.length === 0 ? "" : ` (${notes.join(", ")})`;
}

function byYear(versions: readonly VersionRef[]): readonly (readonly [string, VersionRef[]])[] {
  const groups = new Map<string, VersionRef[]>();
  for (const version of versions) {
    const year =
      version.date?.slice(0, 4) ?? (version.status === "draft" ? "To come" : "The beginning");
    const group = groups.get(year);
    if (group) group.push(version);
    else groups.set(year, [version]);
  }
  return [...groups];
}
