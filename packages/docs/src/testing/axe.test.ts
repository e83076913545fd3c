import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chromiumPath,
  type OwnBrowser,
  openBrowser,
  testWithoutChromium,
} from "./chromium.fixture.js";
import { type PaymentsSite, startPaymentsSite } from "./payments-site.fixture.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One page of each kind, at new and old versions. */
const PAGES = [
  "/docs",
  "/docs/charge",
  "/docs/charge?version=genesis",
  "/docs/payment_source",
  "/docs/charges.create",
  "/docs/charges.list?version=2015-02-18",
  "/docs/errors",
  "/docs/events",
  "/docs/guides/errors",
  "/docs/search?q=card",
  "/docs/nothing-like-it",
  "/changelog",
  "/docs/upgrade?from=2014-12-08&to=2015-02-18",
];

/** What axe has to say against a page, in a line each. */
async function complaints(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

if (chromiumPath() === undefined) testWithoutChromium("axe finds nothing");
else {
  describe("axe finds nothing", () => {
    let site: PaymentsSite;
    let browser: OwnBrowser;

    beforeAll(async () => {
      site = await startPaymentsSite();
      browser = await openBrowser();
    }, 180_000);

    afterAll(async () => {
      await browser.close();
      await site.close();
    });

    it.each(PAGES)("on %s, dark or light, wide or narrow", { timeout: 120_000 }, async (path) => {
      const page = await browser.context.newPage();
      for (const { width, colorScheme } of [
        { width: 1400, colorScheme: "light" },
        { width: 390, colorScheme: "dark" },
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.goto(site.url + path);
        expect(await complaints(page), colorScheme).toEqual([]);
      }
      await page.close();
    });
  });
}
