import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pageScript } from "../script/page-script.js";
import { buildPageScript, chromiumPath, testWithoutChromium } from "./chromium.fixture.js";
import { asReader } from "./reader.fixture.js";

const PAGE = `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">
<script type="module" src="/docs.js"></script></head><body data-dev-events="/events"><main>Hello</main></body></html>`;

describe.runIf(chromiumPath())("a page while its sources are written", () => {
  const listening = new Set<ServerResponse>();
  const tell = (event: string, data: string) => {
    const lines = data.split("\n").map((line) => `data: ${line}\n`);
    for (const response of listening) response.write(`event: ${event}\n${lines.join("")}\n`);
  };
  const server = createServer(({ url }, response) => {
    if (url === "/events") {
      response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
      listening.add(response);
      response.on("close", () => listening.delete(response));
      return;
    }
    const isScript = url === "/docs.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? pageScript() : PAGE);
  });
  const site = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    buildPageScript();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test("a problem is shown over the page, as text, until it is mended; a saved file loads it again", () =>
    asReader(site(), async ({ open, page }) => {
      await open("/");
      await expect.poll(() => listening.size).toBe(1);
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

if (!chromiumPath()) testWithoutChromium("a page while its sources are written");
