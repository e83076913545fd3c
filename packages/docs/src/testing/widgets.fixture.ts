import { describe, expect, test } from "vitest";
import { axeComplaints } from "./axe.fixture.js";
import { asReader } from "./reader.fixture.js";

/** What scripts open over a page, or in it, for everyone. */
export function describeWidgets(site: () => string): void {
  describe.each(["light", "dark"] as const)(
    "axe finds nothing in what is opened (%s)",
    (scheme) => {
      test("search, the key's panel, try it, two handles, fields in place", () =>
        asReader(
          site(),
          async (reader) => {
            const { page } = reader;
            const finds = () => axeComplaints(page);
            await reader.open("/docs/charges.create?version=2015-02-18");
            await page.keyboard.press("/");
            await page.keyboard.type("card");
            await page.getByRole("option").first().waitFor();
            await page.keyboard.press("ArrowDown");
            expect(await finds(), "search").toEqual([]);
            await page.keyboard.press("Escape");
            await page.locator("[data-slot=key] summary").click();
            expect(await finds(), "the key's panel").toEqual([]);
            await page.getByRole("button", { name: "Make me a sandbox" }).click();
            await page.locator("[data-slot=key] code").waitFor({ state: "attached" });
            await page.locator("[data-slot=try] summary").click();
            await page.locator("[data-slot=try] [type=submit]").click();
            await page.locator("[data-slot=try] .result pre").waitFor();
            await page.getByRole("button", { name: "Compare" }).click();
            expect(await finds(), "try it, two handles").toEqual([]);
            await reader.open("/docs/charge?version=2015-02-18");
            await page.locator("[data-name=refunds] .expander").first().click();
            await page.locator(".expanded .attribute").first().waitFor();
            expect(await finds(), "fields in place").toEqual([]);
          },
          { colorScheme: scheme },
        ));
    },
  );
}
