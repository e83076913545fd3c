import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type OwnBrowser, openBrowser } from "./chromium.fixture.js";

/** Someone who reads the docs in a browser, and what the browser had to say about it. */
export interface Reader {
  readonly page: Page;
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  /** What the console said, and what was thrown. */
  readonly complaints: readonly string[];
  /** Opens a page by its path, and waits until its script has run. */
  open(path: string): Promise<void>;
  /** The version that the page shows. */
  version(): Promise<string>;
  /** Waits until the page shows a version. */
  showsVersion(version: string): Promise<void>;
  /** What screen readers were told last. */
  told(): Promise<string>;
}

type Options = Parameters<typeof openBrowser>[0];

/**
 * Runs a test as a reader with a new browser. At its end nothing may have been asked of another host,
 * and the console must be empty.
 */
export async function asReader(
  site: string,
  run: (reader: Reader) => Promise<void>,
  options: Options & { readonly complaints?: RegExp } = {},
): Promise<void> {
  const { complaints: allowed, ...contextOptions } = options;
  let browser: OwnBrowser | undefined;
  try {
    browser = await openBrowser(contextOptions);
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    const reader = readerOf(page, site, contextOptions?.javaScriptEnabled !== false);
    await run(reader);
    expect(reader.complaints.filter((one) => !allowed?.test(one))).toEqual([]);
    expect(reader.requests.filter((url) => !url.startsWith(site) && !/^data:/.test(url))).toEqual(
      [],
    );
  } finally {
    await browser?.close();
  }
}

function readerOf(page: Page, site: string, hasScript: boolean): Reader {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  const version = () => page.locator("body").getAttribute("data-version");
  return {
    page,
    requests,
    complaints,
    async open(path) {
      await page.goto(site + path);
      if (hasScript) await page.locator("body > [role=status]").waitFor({ state: "attached" });
    },
    version: async () => (await version()) ?? "",
    async showsVersion(wanted) {
      await page.locator(`body[data-version="${wanted}"]`).waitFor({ state: "attached" });
    },
    told: async () => (await page.locator("body > [role=status]").textContent()) ?? "",
  };
}
