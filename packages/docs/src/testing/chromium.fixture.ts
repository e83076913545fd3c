import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium } from "playwright-core";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** How long a page may take to do something, in milliseconds: machines are shared. */
const PATIENCE = 90_000;

/** Where a Chromium is: what CHROMIUM names, or where Debian puts it. */
export function chromiumPath(): string | undefined {
  const { CHROMIUM } = process.env;
  if (CHROMIUM) return CHROMIUM;
  return existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined;
}

/** Stands for the tests of pages where there is no browser; where the suite must be whole, it fails. */
export function testWithoutChromium(name: string): void {
  test(name, (context) => {
    expect(process.env.CI, "CI runs this suite: CHROMIUM must be set").toBeUndefined();
    context.skip("skipped: needs Chromium");
  });
}

/** A browser that nobody has used yet. */
export interface OwnBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** Starts a browser with a profile of its own, which asks nothing of hosts that the page does not name. */
export async function openBrowser(options: ContextOptions = {}): Promise<OwnBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "holdfast-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath() ?? "chromium",
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    viewport: { width: 1400, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Builds the pages' script from its sources. Throws an Error with what the compiler says. */
export function buildPageScript(): void {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-b", "packages/docs/src/browser"],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The pages' script does not build:\n${stdout}`);
}
