import { readDraftBlocks, replaceDrafts, writeGates } from "./drafts.js";
import { EditError, Source } from "./source.js";

/**
 * Turns the first draft of a `versions.yaml` into a version. Everything else stays as it was, to
 * the byte. Throws an EditError where there is no draft.
 *
 * @example
 * releaseDraft("genesis: []\nnext:\n  - gate: a\n    description: A.\n", "2026-12-01");
 * // "genesis: []\n2026-12-01:\n  - gate: a\n    description: A.\n"
 */
export function releaseDraft(text: string, version: string): string {
  const source = new Source(text);
  const next = source.find("next");
  const [draft, ...rest] = readDraftBlocks(source);
  if (!next || !draft) throw new EditError("There is no draft to release.");
  const [start = 0, end = 0] = next.key.range ?? [];
  // A list becomes the version's own as it stands.
  if (draft.version === null) return text.slice(0, start) + version + text.slice(end);
  const released = [...draft.comments, ...writeGates(version, draft.gates)];
  return replaceDrafts(source, rest, released);
}
