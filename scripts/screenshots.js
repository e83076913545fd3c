// Takes pictures of the docs of a running server, to look at: each kind of page at three versions, wide
// and on a phone, light and dark.
//
//   node scripts/screenshots.js http://127.0.0.1:4000 FOLDER [path…]
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const PAGES = [
  "/docs",
  "/docs/charge",
  "/docs/charges.create",
  "/docs/events",
  "/docs/errors",
  "/docs/guides/errors",
  "/docs/search?q=card",
  "/docs/nothing-like-it",
];
const SCREENS = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

const [base, folder, ...asked] = process.argv.slice(2);
if (base === undefined || folder === undefined) {
  console.error("node scripts/screenshots.js URL FOLDER [path…]");
  process.exit(2);
}

/** The oldest version, one in the middle, and the newest. */
async function threeVersions() {
  const answer = await fetch(new URL("/versions.json", base));
  const { versions, newest } = await answer.json();
  return [versions[0].name, versions[Math.floor(versions.length / 2)].name, newest];
}

async function picture(page, path, version, name) {
  const url = new URL(path, base);
  url.searchParams.set("version", version);
  await page.goto(url.href);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

mkdirSync(folder, { recursive: true });
const versions = await threeVersions();
for (const [screen, options] of Object.entries(SCREENS)) {
  for (const colorScheme of ["light", "dark"]) {
    const profile = mkdtempSync(join(tmpdir(), "holdfast-screenshots-"));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
      colorScheme,
      ...options,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    for (const path of asked.length > 0 ? asked : PAGES) {
      const slug = path.replace(/[^\w.]+/g, "-").replace(/^-/, "");
      for (const version of versions) {
        await picture(page, path, version, `${slug}_${version}_${screen}_${colorScheme}`);
      }
    }
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
