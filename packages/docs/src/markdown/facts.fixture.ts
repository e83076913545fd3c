/** A line of a list: how far in it stands, and what it says. */
const LINE = /^( *)- (?:(Form) )?(`+) ?(.*?) ?\3(.*)$/;

/**
 * Reads off the Markdown which attributes, values and forms a list tells of, in the form of the
 * model's own test: `source<card>.number`, `status = paid`.
 */
export function factsOfMarkdown(markdown: string, prefix: string): readonly string[] {
  const facts: string[] = [];
  const open: { indent: number; path: string; sorts: boolean }[] = [];
  for (const line of markdown.split("\n")) {
    const [, space = "", form, , name = "", rest = ""] = LINE.exec(line) ?? [];
    if (!LINE.test(line)) continue;
    const around = open.findLast(({ indent }) => indent < space.length);
    while ((open.at(-1)?.indent ?? -1) >= space.length) open.pop();
    const above = around?.path ?? prefix;
    if (form !== undefined) {
      const resource = /\(\[[^\]]*\]\(</.test(rest);
      const here = above.replace(/\.$/, "");
      facts.push(resource ? `${here}.<${name}>` : `${here}<${name}>`);
      const within = resource ? `${here}.` : `${here}<${name}>.`;
      open.push({ indent: space.length, path: within, sorts: false });
    } else if (rest.startsWith(" (")) {
      facts.push(`${above}${name}`);
      const sorts = rest.startsWith(" (field of ");
      open.push({ indent: space.length, path: `${above}${name}.`, sorts });
    } else if (/^(:|$)/.test(rest) && around) {
      const at = above.replace(/\.$/, "");
      facts.push(`${at} = ${name}`);
      if (around.sorts) facts.push(`${at} = -${name}`);
    }
  }
  return facts;
}

/** The part of a page below a heading; nothing where there is no such heading. */
export function sectionOf(markdown: string, heading: string): string {
  const [, below = ""] = markdown.split(`\n## ${heading}\n`);
  return below.split(/\n## /)[0] ?? "";
}
