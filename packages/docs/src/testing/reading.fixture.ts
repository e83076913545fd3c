import { describe, expect, test } from "vitest";
import { asReader } from "./reader.fixture.js";

/** Reading: with and without a script, wide and narrow. */
export function describeReading(site: () => string): void {
  describe("reading", () => {
    test("everything can be read and every version chosen without a script", () =>
      asReader(
        site(),
        async (reader) => {
          const { page } = reader;
          await reader.open("/docs/charge");
          expect(await page.locator("[data-name]").count()).toBeGreaterThan(20);
          expect(await page.locator("[data-range]").isVisible()).toBe(false);
          expect(await page.locator("[data-slot]").filter({ visible: true }).count()).toBe(0);
          await page.locator("[data-versions]").selectOption("2012-07-09");
          await page.locator("[data-slider] [type=submit]").click();
          await page.waitForURL("**/docs/charge?version=2012-07-09**");
          expect(await reader.version()).toBe("2012-07-09");
          await page.locator("nav a[href*='/docs/charges.create']").first().click();
          await page.waitForURL("**/docs/charges.create?version=2012-07-09");
          expect(await page.locator("[data-api-key]").first().textContent()).toContain("sk_test");
          await page.getByRole("searchbox").fill("source");
          await page.getByRole("searchbox").press("Enter");
          await page.waitForURL("**/docs/search?**q=source**");
          expect(await page.locator("main a").count()).toBeGreaterThan(0);
        },
        { javaScriptEnabled: false },
      ));

    test("a link to a nested attribute opens what it stands in", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open("/docs/charge#billing_details.address.city");
        const field = page.locator('[id="billing_details.address.city"]');
        expect(await field.isVisible()).toBe(true);
        await expect.poll(() => field.boundingBox()).not.toBeNull();
        await page.goto(`${site()}/docs/charge#shipping.address.line1`);
        await expect
          .poll(() => page.locator('[id="shipping.address.line1"]').isVisible())
          .toBe(true);
      }));

    test("an embedded resource opens in place, at the version shown", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open("/docs/charge?version=2015-02-18");
        const forms = page.locator("[data-name=source]");
        await forms.locator(".expander").first().click();
        await expect
          .poll(() => forms.locator(".expanded [data-variant]").count())
          .toBeGreaterThan(0);
        const refunds = page.locator("[data-name=refunds]");
        const expander = refunds.locator(".expander").first();
        await expander.click();
        const fields = refunds.locator(".expanded .attribute");
        await expect.poll(() => fields.count()).toBeGreaterThan(3);
        const twice = await page.evaluate(() => {
          const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
          return ids.filter((id, at) => ids.indexOf(id) !== at);
        });
        expect(twice).toEqual([]);
        await expander.click();
        expect(await fields.count()).toBe(0);
      }));

    test("a phone shows one column and nothing wider than it", () =>
      asReader(
        site(),
        async (reader) => {
          const { page } = reader;
          for (const path of ["/docs", "/docs/charge", "/docs/charges.create?version=2012-07-09"]) {
            await reader.open(path);
            const wide = () => document.documentElement.scrollWidth - innerWidth;
            expect(await page.evaluate(wide), path).toBeLessThanOrEqual(0);
          }
          await page.locator("[data-range]").press("ArrowLeft");
          await reader.showsVersion("2012-06-18");
        },
        { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      ));

    test("a phone shows what happened in two lines, and the choices in whole", () =>
      asReader(
        site(),
        async (reader) => {
          const { page } = reader;
          await reader.open("/docs/charge?version=2014-09-08");
          const told = await page.evaluate(() => {
            const heightOf = (of: string) => document.querySelector(of)?.clientHeight ?? 0;
            const modes = Object.assign(document.createElement("select"), { name: "as" });
            modes.append(new Option("as served today"), new Option("as released"));
            document.querySelector(".lapse .track")?.after(modes);
            const docked = modes.clientWidth;
            const lapse = document.querySelector<HTMLElement>(".lapse")?.offsetHeight ?? 0;
            Object.assign(modes.style, { maxWidth: "none", flex: "none" });
            return {
              lines: heightOf(".happened") / heightOf(".story b"),
              lapse: lapse <= Number.parseFloat(getComputedStyle(document.body).paddingBottom),
              modes: docked / modes.clientWidth,
            };
          });
          expect(told.lines).toBeGreaterThan(1.5);
          expect([told.lapse, told.modes]).toEqual([true, 1]);
        },
        { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      ));
  });
}
