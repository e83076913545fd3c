import { describe, expect, test } from "vitest";
import { asReader, type Reader } from "./reader.fixture.js";

const box = ({ page }: Reader) => page.getByRole("combobox", { name: /search/i });
const hits = ({ page }: Reader) => page.getByRole("option");

/** Search as one types, and as a page. */
export function describeSearch(site: () => string): void {
  describe("search", () => {
    test("an old name finds what it is called now", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open("/docs");
        expect(reader.requests.some((url) => url.includes("search.json"))).toBe(false);
        await page.keyboard.press("/");
        await page.keyboard.type("statement_description");
        const hit = hits(reader).filter({ hasText: "field of charge" }).first();
        await expect
          .poll(() => hit.textContent())
          .toMatch(/until 2014-12-08, now statement_descriptor$/);
        await hit.click();
        await page.waitForURL("**/docs/charge#statement_descriptor");
        expect(await page.locator("#statement_descriptor:target").count()).toBe(1);
      }));

    test("the keyboard is enough", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open("/docs");
        await page.keyboard.press("/");
        await page.keyboard.type("refunds.cre");
        await expect.poll(() => hits(reader).count()).toBeGreaterThan(0);
        expect(await box(reader).getAttribute("aria-expanded")).toBe("true");
        expect(await box(reader).getAttribute("aria-activedescendant")).toBeNull();
        await page.keyboard.press("ArrowDown");
        const chosen = await box(reader).getAttribute("aria-activedescendant");
        expect(
          chosen && (await page.locator(`[id="${chosen}"]`).getAttribute("aria-selected")),
        ).toBe("true");
        await page.keyboard.press("Escape");
        expect(await hits(reader).filter({ visible: true }).count()).toBe(0);
        await page.keyboard.press("ArrowDown");
        await expect.poll(() => hits(reader).filter({ visible: true }).count()).toBeGreaterThan(0);
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
        await page.waitForURL("**/docs/refunds.create");
      }));

    test("Enter without a choice asks the server", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open("/docs");
        await box(reader).fill("source");
        await expect.poll(() => hits(reader).count()).toBeGreaterThan(0);
        await page.keyboard.press("Enter");
        await page.waitForURL("**/docs/search?q=source");
        expect(await page.locator("main a").count()).toBeGreaterThan(0);
      }));
  });
}
