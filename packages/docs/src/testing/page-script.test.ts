import { brotliCompressSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { pageScript } from "../script/page-script.js";
import { buildPageScript } from "./chromium.fixture.js";

describe("the pages' script", () => {
  beforeAll(buildPageScript);

  it("is one module, without comments, that asks for nothing else", () => {
    const script = pageScript();
    expect(() => new Function(script)).not.toThrow();
    expect(script).not.toMatch(/^\s*(import|export|\/\/|\/\*)/m);
    expect(script).not.toMatch(/\beval\b|innerHTML|insertAdjacentHTML|document\.write/);
  });

  it("is small", () => {
    const script = pageScript();
    expect(brotliCompressSync(script).length).toBeLessThan(13 * 1024);
    expect(gzipSync(script).length).toBeLessThan(15 * 1024);
  });
});
