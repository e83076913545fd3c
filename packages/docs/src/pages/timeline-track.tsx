import type { PageContext } from "./context.js";
import { DOM } from "./dom.js";

/** How wide the picture is, in units of its own; it is stretched to the room that it has. */
const WIDTH = 1000;

/** How far years stand apart at least, so that they can be read: a part of the whole width. */
const APART = 0.055;

/** Every version as a tick, the years below them, and what is special about some of them. */
export function TimelineTrack({ context, changed }: TimelineTrackProps) {
  const { site, version, pin, seen = [] } = context;
  const names = site.versions.map(({ name }) => name);
  const last = Math.max(1, names.length - 1);
  const at = (index: number): number => Math.round((index / last) * WIDTH * 10) / 10;
  const ticks = (wanted: (name: string) => boolean, top: number): string =>
    names.flatMap((name, index) => (wanted(name) ? [`M${at(index)} ${top}V14`] : [])).join("");
  const dots = (wanted: (name: string) => boolean): string =>
    names.flatMap((name, index) => (wanted(name) ? [`M${at(index)} 14h.01`] : [])).join("");
  const newest = site.versions.findLast(({ status }) => status === "newest")?.name;
  return (
    <div class="track">
      <svg viewBox={`0 0 ${WIDTH} 18`} preserveAspectRatio="none" aria-hidden="true">
        <path class="rail" d={`M0 14H${WIDTH}`} />
        <path class="tick" d={ticks((name) => !changed.has(name), 8)} />
        <path class="tick changed" d={ticks((name) => changed.has(name), 2)} />
        <path class="dot seen" d={dots((name) => seen.includes(name))} />
        <path class="dot newest" d={dots((name) => name === newest)} />
        <path class="dot pin" {...{ [DOM.mark]: "pin" }} d={dots((name) => name === pin)} />
        <path class="dot here" d={dots((name) => name === version.name)} />
      </svg>
      <input
        type="range"
        hidden
        min={0}
        max={names.length - 1}
        value={names.indexOf(version.name)}
        aria-label="Version"
        aria-valuetext={version.name}
        {...{ [DOM.range]: "" }}
      />
      <svg class="years" aria-hidden="true">
        {yearsOf(context).map(({ year, at: part, isSpare }) => (
          <text class={isSpare ? "spare" : undefined} x={`${Math.round(part * 1000) / 10}%`} y="11">
            {year}
          </text>
        ))}
      </svg>
    </div>
  );
}

interface TimelineTrackProps {
  readonly context: PageContext;
  /** The versions at which what the page is about changed. */
  readonly changed: ReadonlySet<string>;
}

/** The years of versions, where there is room for them; every second one can be spared. */
function yearsOf({ site: { versions } }: PageContext) {
  const years: { year: string; at: number; isSpare: boolean }[] = [];
  let known = "";
  for (const [index, { date }] of versions.entries()) {
    const year = date?.slice(0, 4);
    if (year === undefined || year === known) continue;
    known = year;
    const at = index / Math.max(1, versions.length - 1);
    const before = years.at(-1);
    if (before && at - before.at < APART) continue;
    years.push({ year, at, isSpare: years.length % 2 === 1 });
  }
  return years;
}
