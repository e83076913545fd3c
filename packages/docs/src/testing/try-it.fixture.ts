import { describe, expect, test } from "vitest";
import type { PaymentsSite } from "./payments-site.fixture.js";
import { asReader, type Reader } from "./reader.fixture.js";

const form = ({ page }: Reader) => page.locator("[data-slot=try]").first();
const sent = ({ requests }: Reader) => requests.filter((url) => url.includes("/v1/"));

async function press(reader: Reader): Promise<string> {
  await form(reader).getByRole("button", { name: /^Send/ }).click();
  const status = form(reader).locator(".result .status");
  await status.waitFor();
  return (await status.textContent()) ?? "";
}

/** Sending a sample from the page. */
export function describeTryIt(site: () => string, keyOf: PaymentsSite["keyOf"]): void {
  describe("try it", () => {
    test("sends the sample at the version shown, from a sandbox made for it", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        await reader.open("/docs/charges.create?version=2015-02-16");
        await form(reader).locator("summary").click();
        expect(sent(reader)).toEqual([]);
        expect(await press(reader)).toMatch(/^200 OK in \d+ ms$/);
        const body = JSON.parse((await form(reader).locator(".result pre").textContent()) ?? "");
        expect(body).toMatchObject({ object: "charge", card: { object: "card" } });
        expect(await form(reader).locator(".result .headers").textContent()).toContain(
          "2015-02-16",
        );
        expect(await page.evaluate(() => sessionStorage.getItem("holdfast.key"))).toContain(
          "sk_test_",
        );
        await reader.open("/docs/charges.retrieve");
        await form(reader).locator("summary").click();
        expect(await form(reader).getByLabel("Path").inputValue()).toContain(body.id);
        expect(await press(reader)).toMatch(/^200/);
      }));

    test("params can be changed, and errors can be read", () =>
      asReader(
        site(),
        async (reader) => {
          await reader.open("/docs/charges.create");
          await form(reader).locator("summary").click();
          await form(reader).getByLabel("Value of amount").fill("1");
          expect(await press(reader)).toMatch(/^400/);
          expect(await form(reader).locator(".result pre").textContent()).toContain('"amount"');
          await form(reader).getByLabel("Value of amount").fill("4200");
          expect(await press(reader)).toMatch(/^200/);
          expect(await form(reader).locator(".result pre").textContent()).toContain("4200");
        },
        { complaints: /status of 400/ },
      ));

    test("uses the reader's key where there is one", () =>
      asReader(site(), async (reader) => {
        const { page } = reader;
        const key = await keyOf({ pin: "2014-09-08" });
        await reader.open("/docs/charges.create");
        await page.evaluate(
          (text) => sessionStorage.setItem("holdfast.key", text),
          JSON.stringify({ key, version: "2014-09-08" }),
        );
        await reader.open("/docs/charges.create");
        await reader.showsVersion("2014-09-08");
        const told = page.waitForRequest(/\/v1\/charges$/);
        await form(reader).locator("summary").click();
        expect(await press(reader)).toMatch(/^200/);
        const { authorization } = await (await told).allHeaders();
        expect(authorization).toBe(`Bearer ${key}`);
      }));
  });
}
