import type { Summary } from "../statistics.js";
import { summarize } from "../statistics.js";
import type { BootCosts, Size } from "./boot-groups.js";

const WIDTH = 720;
const HEIGHT = 300;
const MARGIN = 48;

interface Point {
  readonly times: number;
  readonly value: number;
}

/** A small plot (SVG) of how the boot grows with the methods and with the versions. */
export function bootPlot(costs: BootCosts): string {
  const [base] = [...costs.keys()];
  if (!base) throw new TypeError("nothing was measured");
  const lines = [
    { name: "methods", colour: "#1f6feb", times: ({ methods }: Size) => methods / base.methods },
    {
      name: "versions",
      colour: "#bf5700",
      times: ({ versions }: Size) => versions / base.versions,
    },
  ].map((line) => ({ ...line, grown: grownBy(costs, base, line.name as keyof Size, line.times) }));
  const panels = [
    { title: "CPU, ms", of: (cost: { cpu: number }) => cost.cpu, left: 0 },
    { title: "heap, MiB", of: (cost: { heap: number }) => cost.heap, left: WIDTH / 2 },
  ].map(({ title, of, left }) => panel(title, left, lines, costs, of as never));
  const note = `${base.methods} methods × ${base.versions} versions = 1×; medians, above an empty server`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    "<title>How the CPU and the heap of a boot grow with methods and with versions</title>",
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...panels,
    `<text x="${WIDTH / 2}" y="${HEIGHT - 8}" text-anchor="middle" fill="#57606a">${note}</text>`,
    "</svg>",
    "",
  ].join("\n");
}

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly grown: readonly { readonly size: Size; readonly times: number }[];
}

/** The sizes that differ from the base in nothing but one direction. */
function grownBy(
  costs: BootCosts,
  base: Size,
  direction: keyof Size,
  times: (size: Size) => number,
) {
  const other = direction === "methods" ? "versions" : "methods";
  return [...costs.keys()]
    .filter((size) => size[other] === base[other])
    .map((size) => ({ size, times: times(size) }));
}

function panel(
  title: string,
  left: number,
  lines: readonly Line[],
  costs: BootCosts,
  of: (cost: { readonly cpu: number; readonly heap: number }) => number,
): string {
  const series = lines.map((line) => ({
    ...line,
    points: line.grown.map(
      ({ size, times }): Point => ({
        times,
        value: median((costs.get(size) ?? []).map(of)),
      }),
    ),
  }));
  const highest = Math.max(...series.flatMap(({ points }) => points.map(({ value }) => value)));
  const furthest = Math.max(...series.flatMap(({ points }) => points.map(({ times }) => times)));
  const x = (times: number) => left + MARGIN + ((WIDTH / 2 - 2 * MARGIN) * times) / furthest;
  const y = (value: number) => HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * value) / highest;
  const axis = `<path d="M${x(0)} ${y(highest)}V${y(0)}H${x(furthest)}" fill="none" stroke="#57606a"/>`;
  const ticks = [1, 2, 5, 10].map(
    (times) => `<text x="${x(times)}" y="${y(0) + 16}" text-anchor="middle">${times}×</text>`,
  );
  const drawn = series.map(({ name, colour, points }, index) => {
    const path = points.map(({ times, value }) => `${x(times).toFixed(1)} ${y(value).toFixed(1)}`);
    const last = points.at(-1);
    // Above the first line and below the second, so that they do not stand on each other.
    const label = `${name} ${last?.value.toFixed(0) ?? ""}`;
    return [
      `<polyline points="${path.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<text x="${x(furthest)}" y="${y(last?.value ?? 0) + (index === 0 ? -8 : 18)}" text-anchor="end" fill="${colour}">${label}</text>`,
    ].join("\n");
  });
  const heading = `<text x="${left + MARGIN}" y="24" font-weight="bold">${title}</text>`;
  return [heading, axis, ...ticks, ...drawn].join("\n");
}

function median(values: readonly number[]): number {
  const summary: Summary = summarize(values);
  return summary.median;
}
