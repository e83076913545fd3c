/** A piece of code and what it is: a string, a comment, a number, an option, the reader's key. */
export interface CodeToken {
  readonly text: string;
  readonly kind: "plain" | "string" | "comment" | "number" | "option" | "key";
}

const HASH_COMMENTS = new Set(["shell", "bash", "python", "ruby", "yaml", "php"]);

/**
 * Splits code into pieces, by what nearly all languages have in common. What it does not know stays
 * plain.
 *
 * @param apiKey the text that stands for the reader's key
 */
export function codeTokens(code: string, syntax: string, apiKey: string): readonly CodeToken[] {
  const comment = HASH_COMMENTS.has(syntax)
    ? String.raw`(?<=^|\s)#.*$`
    : String.raw`(?<=^|\s)//.*$`;
  const pattern = new RegExp(
    [
      ...(apiKey === "" ? [] : [`(?<key>${escaped(apiKey)})`]),
      `(?<comment>${comment})`,
      String.raw`(?<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\])*')`,
      String.raw`(?<option>(?<=^|\s)--?[A-Za-z][\w-]*)`,
      String.raw`(?<number>(?<=^|[\s=([,])\d+(?:\.\d+)?(?=$|[\s,)\];&]))`,
    ].join("|"),
    "gm",
  );
  const tokens: CodeToken[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    if (match.index > end) tokens.push({ text: code.slice(end, match.index), kind: "plain" });
    const [kind] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    tokens.push(...withKey(match[0], (kind ?? "plain") as CodeToken["kind"], apiKey));
    end = match.index + match[0].length;
  }
  return [...tokens, { text: code.slice(end), kind: "plain" }];
}

/** A piece with the reader's key in it as several, so that the key can be put in its place. */
function withKey(text: string, kind: CodeToken["kind"], apiKey: string): readonly CodeToken[] {
  if (apiKey === "" || kind === "key" || !text.includes(apiKey)) return [{ text, kind }];
  return text
    .split(apiKey)
    .flatMap((part, index): CodeToken[] => [
      ...(index > 0 ? [{ text: apiKey, kind: "key" } as const] : []),
      { text: part, kind },
    ])
    .filter((token) => token.text !== "");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
