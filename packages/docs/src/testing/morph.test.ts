import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinModules } from "../script/join-modules.js";
import {
  buildPageScript,
  chromiumPath,
  type OwnBrowser,
  openBrowser,
  testWithoutChromium,
} from "./chromium.fixture.js";

const built = new URL("../../dist/browser/", import.meta.url);

/** A piece of a page: things have keys, which stand once in a page or several times. */
interface Piece {
  readonly tag: string;
  readonly key: string | undefined;
  readonly look: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

function pieces(depth: number): fc.Arbitrary<readonly Piece[]> {
  if (depth === 0) return fc.constant([]);
  const piece = fc.record({
    tag: fc.constantFrom("ul", "li", "div", "details"),
    key: fc.option(fc.constantFrom("a", "b", "c", "d", "e"), { nil: undefined }),
    look: fc.constantFrom("", "wide"),
    text: fc.constantFrom("", "one", "two"),
    pieces: pieces(depth - 1),
  });
  return fc.array(piece, { maxLength: 4 });
}

function html({ tag, key, look, text, pieces }: Piece): string {
  const marks = key === undefined ? "" : ` data-key="${key}" data-name="${key}${text}"`;
  const looks = look === "" ? "" : ` class="${look}"`;
  return `<${tag}${marks}${looks}>${text}${pieces.map(html).join("")}</${tag}>`;
}

/** What the browser says of a change from one page to another. */
interface Told {
  /** What the page became, less what leaves. */
  readonly became: string;
  readonly wanted: string;
  /** Things that stand once in both, and are another element now. */
  readonly lost: readonly string[];
}

describe.runIf(chromiumPath())("morph", () => {
  let browser: OwnBrowser | undefined;
  let tab: Page;
  beforeAll(async () => {
    buildPageScript();
    browser = await openBrowser();
    tab = browser.context.pages()[0] ?? (await browser.context.newPage());
    const script = joinModules("browser/time-lapse/morph.js", (path) =>
      readFileSync(new URL(path, built), "utf8"),
    );
    await tab.evaluate(`globalThis.morph = (() => { ${script}; return morph; })()`);
  });
  afterAll(() => browser?.close());

  const change = (before: string, after: string) =>
    tab.evaluate<Told, readonly [string, string]>(
      ([before, after]) => {
        const parse = (text: string) => {
          const root = document.createElement("main");
          root.innerHTML = text;
          return root;
        };
        const once = (root: Element) => {
          const all = [...root.querySelectorAll("[data-key]")];
          const name = (one: Element) => `${one.localName} ${one.getAttribute("data-key")}`;
          const single = all.filter((one) => all.filter((x) => name(x) === name(one)).length === 1);
          return new Map(single.map((one) => [name(one), one]));
        };
        const { morph } = globalThis as unknown as {
          morph(from: Element, to: Element): { leaving: readonly ChildNode[] };
        };
        const from = document.body.appendChild(parse(before));
        const to = parse(after);
        const wasOnce = once(from);
        for (const node of morph(from, to).leaving) node.remove();
        const isOnce = once(from);
        const lost = [...isOnce].filter(
          ([name, one]) => wasOnce.has(name) && wasOnce.get(name) !== one,
        );
        const told = {
          became: from.innerHTML,
          wanted: to.innerHTML,
          lost: lost.map(([name]) => name),
        };
        from.remove();
        return told;
      },
      [before, after],
    );

  test("makes any page any other, and keeps what stands for the same thing", async () => {
    await fc.assert(
      fc.asyncProperty(pieces(3), pieces(3), async (before, after) => {
        const told = await change(before.map(html).join(""), after.map(html).join(""));
        expect(told.became).toBe(told.wanted);
        expect(told.lost).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("what a reader opened stays open", async () => {
    const field = (name: string) => `<details data-key="a"><summary>${name}</summary></details>`;
    const { became } = await change(`${field("card")}`.replace(">", " open>"), field("source"));
    expect(became).toBe(field("source").replace(">", ' open="">'));
  });

  test("what scripts have put there stays, and is no part of the page", async () => {
    const button = '<button data-keep="content">Copy</button>';
    const { became } = await change(
      `${button}<button>one</button>`,
      "<button>two</button><p>x</p>",
    );
    expect(became).toBe(`${button}<button>two</button><p>x</p>`);
  });
});

if (!chromiumPath()) testWithoutChromium("morph");
