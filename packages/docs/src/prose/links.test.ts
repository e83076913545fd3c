import { expect, it } from "vitest";
import site from "../../../../examples/payments/src/docs.js";

const origin = "https://docs.example";

async function read(address: string) {
  const { pathname, search } = new URL(address, origin);
  const { status, body } = await site.handle({
    ...{ method: "GET", path: pathname, query: search.slice(1), body: new Uint8Array(0) },
    headers: { host: "docs.example" },
  });
  return { status, text: typeof body === "string" ? body : new TextDecoder().decode(body) };
}

/** Where a page's links lead; code has none. */
function linksOf(markdown: string, from: string): readonly string[] {
  const words = markdown.replace(/```[\s\S]*?\n *```|(`+)[\s\S]*?[^`]\1(?!`)/g, "`x`");
  return [...words.matchAll(/\]\(<?([^)>\s]+)>?\)/g)].flatMap(([, href = ""]) => {
    const { origin: host, pathname, search } = new URL(href, new URL(from, origin));
    return host === origin ? [pathname + search] : [];
  });
}

it.each(["2026-10-28.endive", "2014-09-08"])(
  "no link of a Markdown page of payments is dead at %s, and all keep to the version",
  async (version) => {
    const todo = [
      ...[`/llms.txt?version=${version}`, `/docs.md?version=${version}`],
      ...["/changelog.md", `/docs/upgrade.md?from=genesis&to=${version}`],
    ];
    const seen = new Set(todo);
    const wrong: string[] = [];
    for (const address of todo) {
      const { status, text } = await read(address);
      if (status !== 200) wrong.push(`${status} ${address}`);
      if (!/\.md|\/llms/.test(address)) continue;
      for (const link of linksOf(text, address)) {
        // What changed is of other versions.
        const isOfOne = !/^\/(changelog|docs\/upgrade)/.test(address);
        if (isOfOne && /^\/docs\/.*\.md/.test(link) && !link.endsWith(`version=${version}`)) {
          wrong.push(`${address} leads to ${link}`);
        }
        if (seen.has(link)) continue;
        seen.add(link);
        todo.push(link);
      }
    }
    expect(wrong).toEqual([]);
    expect(todo.filter((one) => one.startsWith("/docs/guides/")).length).toBeGreaterThan(5);
  },
);
