import { describe, expect, test } from "vitest";
import { asReader, type Reader } from "./reader.fixture.js";

/** Two versions of payments, one after the other: a charge's `card` became its `source`. */
const CARD = "2015-02-16";
const SOURCE = "2015-02-18";

const slider = ({ page }: Reader) => page.locator("[data-range]");
const query = ({ page }: Reader) => new URL(page.url()).searchParams.get("version");

/** What the time-lapse does on a page of reference. */
export function describeTimeLapse(site: () => string): void {
  describe("time-lapse", () => {
    test("arrow keys step, Home and End go to either end; the address follows", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open(`/docs/charge?version=${SOURCE}`);
        await slider(reader).focus();
        await page.keyboard.press("ArrowLeft");
        await reader.showsVersion(CARD);
        expect(query(reader)).toBe(CARD);
        expect(await slider(reader).getAttribute("aria-valuetext")).toBe(CARD);
        await page.waitForFunction(() => document.title.includes("charge"));
        await expect
          .poll(reader.told)
          .toMatch(/^Version 2015-02-16\. [1-9]\d* attributes? changed\.$/);
        await page.keyboard.press("Home");
        await reader.showsVersion("genesis");
        await page.keyboard.press("ArrowRight");
        await reader.showsVersion("2011-06-21");
        expect(await slider(reader).evaluate((range) => range === document.activeElement)).toBe(
          true,
        );
      }));

    test("a renamed field changes its name where it stands, and is marked", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open(`/docs/charge?version=${SOURCE}`);
        const field = await page.$("[data-attributes=fields] > [data-name=source]");
        await slider(reader).press("ArrowLeft");
        await reader.showsVersion(CARD);
        expect(await field?.getAttribute("data-name")).toBe("card");
        expect(await field?.getAttribute("data-change")).toBe("renamed");
        expect(await field?.evaluate((element) => element.isConnected)).toBe(true);
        expect(await page.locator("[data-attributes=fields] > [data-name=source]").count()).toBe(0);
      }));

    test("dragging shows versions on its way, and leaves one entry in the history", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open(`/docs/charge?version=${SOURCE}`);
        const entries = await page.evaluate(() => history.length);
        const box = (await slider(reader).boundingBox()) ?? expect.fail("the slider has no place");
        const y = box.y + box.height / 2;
        const at = await slider(reader).evaluate(
          (range: HTMLInputElement) => range.valueAsNumber / Number(range.max),
        );
        await page.mouse.move(box.x + 8 + at * (box.width - 16), y);
        await page.mouse.down();
        for (const part of [0.5, 0.3, 0.2, 0.1]) await page.mouse.move(box.x + part * box.width, y);
        await page.mouse.move(box.x + 1, y);
        await reader.showsVersion("genesis");
        expect(query(reader)).toBe("genesis");
        expect(await page.evaluate(() => history.length)).toBe(entries);
        await page.mouse.up();
        await expect.poll(() => page.evaluate(() => history.length)).toBe(entries + 1);
        await page.goBack();
        await reader.showsVersion(SOURCE);
        await expect.poll(() => slider(reader).getAttribute("aria-valuetext")).toBe(SOURCE);
        await page.goForward();
        await reader.showsVersion("genesis");
      }));

    test("links, the list, and what was released change the page in place", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open(`/docs/charge?version=${SOURCE}`);
        await page.evaluate(() => Object.assign(window, { same: true }));
        await page.locator("[data-step=previous]").click();
        await reader.showsVersion(CARD);
        await page.locator("[data-versions]").selectOption("2012-07-09");
        await reader.showsVersion("2012-07-09");
        expect(query(reader)).toBe("2012-07-09");
        // Nothing came to payments without a gate, so that its pages offer no such choice.
        expect(await page.locator("select[name=as]").count()).toBe(0);
        await page.evaluate(() => {
          const modes = Object.assign(document.createElement("select"), { name: "as" });
          modes.append(new Option("served"), new Option("released"));
          document.querySelector("[data-slider] .controls")?.append(modes);
        });
        await page.locator("select[name=as]").selectOption("released");
        await page.locator("body[data-mode=released]").waitFor({ state: "attached" });
        expect(new URL(page.url()).searchParams.get("as")).toBe("released");
        await page.locator("[data-step=next]").click();
        await reader.showsVersion("2012-09-24");
        expect(new URL(page.url()).searchParams.get("as")).toBe("released");
        expect(await page.evaluate(() => "same" in window)).toBe(true);
      }));

    test("what the reader opened, where they are and what they look at stay", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open(`/docs/charge?version=${SOURCE}`);
        const details = page.locator("[data-name=billing_details] > details");
        await details.locator("summary").first().click();
        await details.scrollIntoViewIfNeeded();
        const summary = details.locator("summary").first();
        await summary.focus();
        const before = await summary.boundingBox();
        await page.locator("[data-versions]").selectOption("genesis");
        await reader.showsVersion("genesis");
        expect(await details.getAttribute("open")).not.toBeNull();
        await expect
          .poll(async () => Math.abs(((await summary.boundingBox())?.y ?? 0) - (before?.y ?? 0)))
          .toBeLessThan(400);
        expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
      }));

    test("nothing moves for who wants no motion, and changes are still marked", () =>
      asReader(
        site(),
        async (reader) => {
          const { page } = reader;
          await reader.open(`/docs/charge?version=${SOURCE}`);
          await slider(reader).press("ArrowLeft");
          await reader.showsVersion(CARD);
          const moving = () =>
            document.getAnimations().filter((one) => one.playState === "running");
          expect(await page.evaluate(`(${moving})().length`)).toBe(0);
          expect(await page.locator("[data-change]").count()).toBeGreaterThan(0);
        },
        { reducedMotion: "reduce" },
      ));

    test("two handles lead to the guide from the older to the newer", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open(`/docs/charge?version=${SOURCE}`);
        await page.getByRole("button", { name: "Compare" }).click();
        const second = page.getByRole("slider", { name: "Compare with version" });
        await second.press("Home");
        await second.press("ArrowRight");
        const link = page.locator("a.compared");
        await expect
          .poll(() => link.getAttribute("href"))
          .toBe(`/docs/upgrade?from=2011-06-21&to=${SOURCE}`);
        await slider(reader).press("ArrowLeft");
        await expect
          .poll(() => link.getAttribute("href"))
          .toBe(`/docs/upgrade?from=2011-06-21&to=${CARD}`);
        await link.click();
        await page.waitForURL("**/docs/upgrade?**");
        expect(await page.locator("h1").count()).toBe(1);
      }));

    test("goes on where something did not exist, and back", () =>
      asReader(
        site(),
        async (reader) => {
          const { page } = reader;
          await reader.open("/docs/list");
          const newest = await reader.version();
          await slider(reader).press("Home");
          await reader.showsVersion("genesis");
          expect(await page.locator("body").getAttribute("data-page")).toBe("missing");
          expect(await page.locator("main").textContent()).toMatch(/list/);
          await slider(reader).press("End");
          await reader.showsVersion(newest);
          expect(await page.locator("body").getAttribute("data-page")).toBe("resource");
        },
        { complaints: /status of 404/ },
      ));

    test("a sample's lines follow the version", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open(`/docs/charges.create?version=${SOURCE}`);
        const lines = page.locator("[data-response] pre");
        await expect.poll(() => lines.textContent()).toContain('"source"');
        const line = await page.$('[data-response] [data-key]:has(.k:text-is("\\"source\\""))');
        await slider(reader).press("ArrowLeft");
        await reader.showsVersion(CARD);
        expect(await line?.textContent()).toContain('"card"');
        JSON.parse((await lines.textContent()) ?? "");
      }));
  });
}
