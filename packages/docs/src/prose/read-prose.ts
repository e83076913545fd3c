import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Api } from "holdfast";
import { checkDocuments } from "./check-documents.js";
import type { ProseDocument } from "./document.js";
import { ProseError } from "./prose-error.js";
import { readDocument } from "./read-document.js";

/**
 * Reads a folder's pages of prose, `errors.md` and so on, in their order. Throws a ProseError that
 * names every mistake with file and line: what is malformed, and what names nothing of the API.
 *
 * @param folder with a slash at its end
 */
export async function readProse(folder: URL, api: Api): Promise<readonly ProseDocument[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  const read = await Promise.all(
    names.map(async (name) => {
      const file = new URL(encodeURIComponent(name), folder);
      const slug = `guides/${name.slice(0, -".md".length)}`;
      return readDocument(await readFile(file, "utf8"), fileURLToPath(file), slug);
    }),
  );
  const documents = read.map(({ document }) => document);
  const problems = [...read.flatMap((one) => one.problems), ...checkDocuments(documents, api)];
  if (problems.length > 0) throw new ProseError(problems);
  return documents.toSorted((a, b) => a.order - b.order || a.title.localeCompare(b.title, "en"));
}
