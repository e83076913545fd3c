import type { JsonDiffLine } from "./json-diff.js";

interface DiffViewProps {
  /** What is shown: `Response of charges.create`. */
  readonly title: string;
  readonly lines: readonly JsonDiffLine[];
}

/** What stands before lines for who does not see their colour. */
const WORDS = { removed: "Before: ", added: "After: " } as const;

/** What differs between two sides, line by line: what goes in `<del>`, what comes in `<ins>`. */
export function DiffView({ title, lines }: DiffViewProps) {
  return (
    <figure class="sample diff">
      <figcaption>{title}</figcaption>
      <pre>
        <code>
          {blocksOf(lines).map(({ mark, text }) => {
            if (mark === "same") return text;
            const Tag = mark === "removed" ? "del" : "ins";
            return (
              <Tag>
                <span class="unseen">{WORDS[mark]}</span>
                {text}
              </Tag>
            );
          })}
        </code>
      </pre>
    </figure>
  );
}

interface Block {
  readonly mark: "same" | "removed" | "added";
  readonly text: string;
}

/** Lines of one mark that follow each other are one block, said once. */
function blocksOf(lines: readonly JsonDiffLine[]): readonly Block[] {
  const blocks: { mark: Block["mark"]; text: string }[] = [];
  for (const line of lines) {
    const mark = line.mark === "skipped" ? "same" : line.mark;
    const text = `${"  ".repeat(line.depth)}${line.mark === "skipped" ? "…" : line.text}\n`;
    const last = blocks.at(-1);
    if (last?.mark === mark) last.text += text;
    else blocks.push({ mark, text });
  }
  return blocks;
}
