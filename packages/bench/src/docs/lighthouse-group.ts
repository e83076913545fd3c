import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serve } from "holdfast";
import { type Figure, type Group, plain } from "../figures.js";
import { pageKinds } from "./page-kinds.js";

const run = promisify(execFile);

const lighthouse = fileURLToPath(
  new URL("../../../../judges/node_modules/lighthouse/cli/index.js", import.meta.url),
);

const TARGETS = { performance: 95, accessibility: 100, "best-practices": 95 } as const;
const TRANSFER_KIB = 50;

/** What of a Lighthouse report is read here. */
interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly details?: { readonly items?: readonly RequestItem[] } }>
  >;
}

interface RequestItem {
  readonly url?: string;
  readonly transferSize?: number;
}

/** Whether Lighthouse is installed. */
export function lighthouseIsThere(): boolean {
  return existsSync(lighthouse);
}

/**
 * Lighthouse on five kinds of page of 300 methods × 104 versions: a slow phone, as it is by default.
 *
 * @param chromium where a Chromium is
 */
export async function lighthouseGroup(
  chromium: string,
  onProgress: (done: number, of: number) => void,
): Promise<Group> {
  const { default: site, largeApi: api, SIZE } = await import("./large-docs.js");
  const server = await serve((request) => site.handle(request));
  const folder = mkdtempSync(join(tmpdir(), "holdfast-lighthouse-"));
  try {
    const kinds = pageKinds(api);
    const figures: Figure[] = [];
    for (const [index, { name, path }] of kinds.entries()) {
      const report = await audit(`${server.url}${path}`, chromium, join(folder, `${name}.json`));
      figures.push(...figuresOf(name, report, server.url));
      onProgress(index + 1, kinds.length);
    }
    return {
      heading: `docs: Lighthouse, pages of ${SIZE.methods} methods × ${SIZE.versions} versions`,
      figures,
    };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function audit(url: string, chromium: string, file: string): Promise<Report> {
  const flags = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  const only = Object.keys(TARGETS).join(",");
  await run(
    process.execPath,
    [
      lighthouse,
      url,
      "--quiet",
      "--output=json",
      `--output-path=${file}`,
      `--only-categories=${only}`,
      `--chrome-flags=${flags.join(" ")}`,
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, timeout: 180_000 },
  );
  return JSON.parse(readFileSync(file, "utf8")) as Report;
}

function figuresOf(name: string, { categories, audits }: Report, own: string): readonly Figure[] {
  const scores = Object.entries(TARGETS).map(([category, atLeast]) =>
    plain(
      `lighthouse: ${name}, ${category}`,
      "points",
      [(categories[category]?.score ?? 0) * 100],
      {
        atLeast,
      },
    ),
  );
  const requests = audits["network-requests"]?.details?.items ?? [];
  const bytes = requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0);
  const elsewhere = requests.filter(({ url = "" }) => /^https?:/.test(url) && !url.startsWith(own));
  return [
    ...scores,
    plain(`lighthouse: ${name}, transferred`, "KiB", [bytes / 1024], { atMost: TRANSFER_KIB }),
    plain(`lighthouse: ${name}, requests to other hosts`, "requests", [elsewhere.length], {
      atMost: 0,
    }),
  ];
}
