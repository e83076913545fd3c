import { brotliCompressSync } from "node:zlib";
import type { DocsSite } from "@holdfast/docs";
import type { WireRequest } from "holdfast";
import { type Group, plain } from "../figures.js";
import { pageKinds } from "./page-kinds.js";

/** What the issue of these docs asks for. */
const RENDER_MS = 20;
const STEP_MS = 50;
const PAGE_KIB = 50;

/** Renderings of a page before any counts. */
const WARM_UP = 30;

interface PagesOptions {
  readonly rounds: number;
  readonly onProgress: (done: number, of: number) => void;
}

/** Rendering each kind of page of 300 methods × 104 versions, and a step of the time-lapse. */
export async function pagesGroup({ rounds, onProgress }: PagesOptions): Promise<Group> {
  const { default: site, largeApi: api, SIZE } = await import("./large-docs.js");
  const kinds = pageKinds(api);
  const times = new Map(kinds.map(({ name }) => [name, [] as number[]]));
  for (const { path } of kinds) for (let n = 0; n < WARM_UP; n++) await timed(site, path);
  const each = rounds * 4;
  for (let round = 0; round < each; round++) {
    for (const { name, path } of kinds) times.get(name)?.push((await timed(site, path)).ms);
    onProgress(round + 1, each);
  }
  const sizes = await Promise.all(kinds.map(async ({ path }) => (await timed(site, path)).body));
  const { default: payments, paymentsApi } = await import("./payments-docs.js");
  const versions = paymentsApi.timeline.versions.map(({ name }) => name);
  return {
    heading: `docs: pages of ${SIZE.methods} methods × ${SIZE.versions} versions`,
    figures: [
      ...kinds.map(({ name, reference }) =>
        plain(
          `docs: ${name}, rendered`,
          "ms",
          times.get(name) ?? [],
          reference ? { atMost: RENDER_MS } : null,
        ),
      ),
      ...kinds.map(({ name }, index) =>
        plain(`docs: ${name}, HTML on the wire`, "KiB", [compressed(sizes[index] ?? "")], {
          atMost: PAGE_KIB,
        }),
      ),
      plain(
        "docs: a step of the time-lapse, p95",
        "ms",
        await steps(payments, "/docs/charge", versions),
        {
          atMost: STEP_MS,
        },
      ),
    ],
  };
}

/** The 95th percentile of walks of a page through all versions; the first walk is not counted. */
async function steps(
  site: DocsSite,
  path: string,
  versions: readonly string[],
): Promise<readonly number[]> {
  const walks: number[] = [];
  for (let walk = 0; walk < 4; walk++) {
    const times: number[] = [];
    for (const version of versions) {
      times.push((await timed(site, `${path}?version=${encodeURIComponent(version)}`)).ms);
    }
    if (walk > 0) walks.push(percentile(times, 0.95));
  }
  return walks;
}

/** The value that a share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

async function timed(site: DocsSite, target: string): Promise<{ ms: number; body: string }> {
  const [path = "", query = ""] = target.split("?");
  const request: WireRequest = {
    method: "GET",
    path,
    query,
    headers: { host: "docs.example.com", accept: "text/html" },
    body: new Uint8Array(),
  };
  const began = performance.now();
  const { status, body } = await site.handle(request);
  const ms = performance.now() - began;
  if (status !== 200) throw new Error(`${target}: ${status} instead of 200`);
  return { ms, body: typeof body === "string" ? body : new TextDecoder().decode(body) };
}

function compressed(html: string): number {
  return brotliCompressSync(html).byteLength / 1024;
}
