import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeComplaints } from "./axe.fixture.js";
import {
  chromiumPath,
  type OwnBrowser,
  openBrowser,
  testWithoutChromium,
} from "./chromium.fixture.js";
import { type PaymentsSite, startPaymentsSite } from "./payments-site.fixture.js";

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
  "/changelog?kind=field&affects=charges.create",
  "/changelog/2015-02-18",
  "/docs/upgrade?from=2014-12-08&to=2015-02-18",
];

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
        expect(await axeComplaints(page), colorScheme).toEqual([]);
      }
      await page.close();
    });
  });
}
