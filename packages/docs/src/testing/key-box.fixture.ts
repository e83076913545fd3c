import { describe, expect, test } from "vitest";
import type { PaymentsSite } from "./payments-site.fixture.js";
import { asReader, type Reader } from "./reader.fixture.js";

const panel = ({ page }: Reader) => page.locator("[data-slot=key]");

async function give(reader: Reader, key: string): Promise<void> {
  await panel(reader).locator("summary").click();
  await reader.page.getByLabel("Your test key").fill(key);
  await reader.page.getByRole("button", { name: "Use this key" }).click();
}

/** The reader's own key: kept in the tab, shown in samples, and its pin on every page. */
export function describeKeyBox(site: () => string, keyOf: PaymentsSite["keyOf"]): void {
  describe("the reader's key", () => {
    test("pages without a version show the account's pin, and samples the key", () =>
      asReader(
        site(),
        async (reader) => {
          const { page } = reader;
          const key = await keyOf({ pin: "2014-09-08" });
          await reader.open("/docs/charges.create");
          const newest = await reader.version();
          await give(reader, key);
          await reader.showsVersion("2014-09-08");
          expect(page.url()).toBe(`${site()}/docs/charges.create`);
          const shown = page.locator("[data-api-key]").first();
          expect(await shown.textContent()).toBe(`sk_test_••••${key.slice(-4)}`);
          expect(await page.locator("[data-mark=pin]").getAttribute("d")).toMatch(/^M\d/);
          const copied = page.locator("figure:has([data-api-key]) .copy").first();
          await copied.click();
          const text = await page.evaluate(() => navigator.clipboard.readText());
          expect(text).toContain(key);
          expect(text).toMatch(/^curl /);
          await reader.open("/docs/charge");
          await reader.showsVersion("2014-09-08");
          await reader.open(`/docs/charge?version=${newest}`);
          expect(await reader.version()).toBe(newest);
          expect(reader.requests.filter((url) => url.includes(key))).toEqual([]);
          await panel(reader).locator("summary").click();
          await page.getByRole("button", { name: "Reveal" }).click();
          expect(await panel(reader).textContent()).toContain(key);
          await page.getByRole("button", { name: "Forget it" }).click();
          await reader.open("/docs/charge");
          expect(await reader.version()).toBe(newest);
          expect(
            await page.evaluate(() => JSON.stringify([sessionStorage, localStorage])),
          ).not.toContain(key);
        },
        { permissions: ["clipboard-read", "clipboard-write"] },
      ));

    test("a live key is refused, and not kept", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        const key = await keyOf({ mode: "live" });
        await reader.open("/docs/charges.create");
        await give(reader, key);
        await expect.poll(() => panel(reader).getByRole("alert").textContent()).toMatch(/live key/);
        expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(key);
        expect(await page.content()).not.toContain(key);
      }));

    test("a key that nobody has is told to be none", () =>
      asReader(
        site(),
        async (reader) => {
          await reader.open("/docs/charge");
          await give(reader, "sk_live_nobodyhasthisone");
          await expect
            .poll(() => panel(reader).getByRole("alert").textContent())
            .toBe("There is no such key.");
        },
        // The browser itself tells of every answer that is an error.
        { complaints: /status of 401/ },
      ));
  });
}
