import { describe, expect, test } from "vitest";
import { chromiumPath, testWithoutChromium } from "./chromium.fixture.js";
import { asReader, type Reader } from "./reader.fixture.js";
import { type SmallSite, startSmallSite } from "./small-site.fixture.js";

async function onPage(
  body: string,
  run: (reader: Reader, site: SmallSite) => Promise<void>,
): Promise<void> {
  const site = await startSmallSite(body);
  try {
    await asReader(site.url, (reader) => run(reader, site));
  } finally {
    site.close();
  }
}

const radio = (id: string, chosen: boolean) =>
  `<input type="radio" name="language" id="~${id}" value="${id}"${chosen ? " checked" : ""}>
  <label for="~${id}">${id}</label><pre data-copy data-language="${id}"><code>${id} here</code></pre>`;

const LANGUAGES = `<body><fieldset data-languages>${radio("curl", true)}${radio("python", false)}</fieldset></body>`;

const FORM = {
  verb: "POST",
  path: "/v1/things",
  params: { tags: [], name: "one" },
  headers: { "X-Team": "a" },
  version: { header: "X-Version", name: "2020-01-01" },
};
const TRY = `<body data-api="" data-sandbox="sk_test_" data-version="2020-01-01">
<div data-slot="try" hidden data-request='${JSON.stringify(FORM)}'></div></body>`;

describe.runIf(chromiumPath())("a page", () => {
  test("shows samples in the language that was chosen before", () =>
    onPage(LANGUAGES, async ({ open, page }) => {
      await open("/");
      const chosen = () => page.locator("input:checked").getAttribute("value");
      expect(await chosen()).toBe("curl");
      await page.getByLabel("python").check();
      await open("/another");
      expect(await chosen()).toBe("python");
    }));

  test("sends JSON where a form cannot say what is sent, with the sample's headers", () =>
    onPage(TRY, async ({ open, page }) => {
      await open("/");
      await page.locator("summary").click();
      expect(JSON.parse(await page.getByLabel("Body").inputValue())).toEqual(FORM.params);
      const request = page.waitForRequest("**/v1/things");
      await page.getByRole("button", { name: "Send POST" }).click();
      const told = await request;
      expect(told.postDataJSON()).toEqual(FORM.params);
      expect(await told.allHeaders()).toMatchObject({
        "content-type": "application/json",
        "x-team": "a",
        "x-version": "2020-01-01",
        authorization: expect.stringMatching(/^Bearer sk_test_[0-9a-f]{24}$/),
      });
      await page.locator(".status").waitFor();
      expect(await page.locator(".status").textContent()).toMatch(/^200 OK in \d+ ms$/);
    }));

  test("tells of a problem in its sources, as text, until it is mended; and loads itself again", () =>
    onPage(`<body data-dev-events="/events"><main>Hello</main></body>`, async (reader, site) => {
      const { open, page } = reader;
      const tell = (event: string, data: string) => {
        const lines = data.split("\n").map((line) => `data: ${line}\n`);
        for (const response of site.listening) {
          response.write(`event: ${event}\n${lines.join("")}\n`);
        }
      };
      await open("/");
      await expect.poll(() => site.listening.size).toBe(1);
      const overlay = page.getByRole("dialog", { name: "What is wrong" });
      tell("problem", "gates/one.ts:3\n  <b>unknown</b> field");
      await expect.poll(() => overlay.textContent()).toBe("gates/one.ts:3\n  <b>unknown</b> field");
      tell("problem", "gates/one.ts:4");
      await expect.poll(() => overlay.textContent()).toBe("gates/one.ts:4");
      tell("well", "");
      await expect.poll(() => overlay.count()).toBe(0);
      await page.evaluate(() => Object.assign(window, { old: true }));
      tell("reload", "");
      await expect.poll(() => page.evaluate(() => "old" in window)).toBe(false);
      expect(await page.locator("main").textContent()).toBe("Hello");
    }));
});

if (!chromiumPath()) testWithoutChromium("a page");
