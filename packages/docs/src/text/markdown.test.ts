import fc from "fast-check";
import { expect, it } from "vitest";
import { code, escapeMarkdown } from "./code.js";
import { inlineMarkdownToHtml, markdownToHtml } from "./markdown.js";

it("shows HTML as the text that it is, and links only where that is safe", () => {
  expect(markdownToHtml("<script>alert(1)</script>\n")).not.toContain("<script");
  expect(markdownToHtml("a <img src=x onerror=alert(1)> b")).not.toContain("<img");
  expect(markdownToHtml("![tracker](https://elsewhere.example/x.png)")).not.toContain("<img");
  expect(markdownToHtml("[a](https://a.example/?b=1&c)")).toContain(
    '<a href="https://a.example/?b=1&amp;c">a</a>',
  );
  expect(markdownToHtml("[a](guides/errors#x)")).toContain('<a href="guides/errors#x">');
});

it.each([
  "javascript:alert(1)",
  "JaVaScript:alert(1)",
  "java\nscript:alert(1)",
  "java&#x09;script:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
])("leads nowhere by %j", (href) => {
  expect(markdownToHtml(`[a](<${href}>)`)).not.toContain("<a ");
  expect(markdownToHtml(`[a](${href})`)).not.toContain("<a ");
});

const TAGS =
  /<(?!\/?(p|code|pre|em|strong|del|a|ul|ol|li|h[1-6]|hr|br|blockquote|table|thead|tbody|tr|th|td|input)\b)/;

it("makes no tags of its own of any text", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(markdownToHtml(text)).not.toMatch(TAGS);
      expect(markdownToHtml(`x <b onclick=${text}> y`)).not.toContain("<b");
    }),
  );
});

it("shows any plain text as it is, as code or escaped", () => {
  const line = fc.string().filter((text) => text.trim() === text && text !== "");
  const plain = (html: string) =>
    html
      .replace(/<\/?code>/g, "")
      .replace(/&(lt|gt|quot|#39|amp);/g, (_all, name: string) => ENTITIES[name] ?? "");
  fc.assert(
    fc.property(line, (text) => {
      expect(plain(inlineMarkdownToHtml(code(text)))).toBe(text);
    }),
  );
  expect(plain(inlineMarkdownToHtml(escapeMarkdown("a_b_c *d* [e](f) <g> `h` {param}")))).toBe(
    "a_b_c *d* [e](f) <g> `h` {param}",
  );
});

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  amp: "&",
};
