import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Docs, docs } from "@holdfast/docs";
import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import { messageOf } from "../report.js";

/**
 * The project's docs: those that its "docs" exports, else plain ones of its app.
 * @throws Failure "docs_missing", "docs_failed" or "docs_malformed"; a BootError as it is
 */
export async function loadDocs(context: Context): Promise<Docs> {
  const { docs: file } = await context.project();
  if (file === undefined) return docs({ api: await context.api() });
  if (!existsSync(file)) {
    throw new Failure("docs_missing", `There are no docs at ${file}: run npm run build first.`);
  }
  const { default: made } = await importDocs(file);
  if (isDocs(made)) return made;
  throw new Failure(
    "docs_malformed",
    `${file} has no docs as its default export: export default await docs(…).`,
  );
}

async function importDocs(file: string): Promise<{ readonly default?: unknown }> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof Error && error.name === "BootError") throw error;
    throw new Failure("docs_failed", `The docs ${file} do not load: ${messageOf(error)}`);
  }
}

/** By its parts: an app may have a copy of the package of its own. */
function isDocs(value: unknown): value is Docs {
  return typeof value === "object" && value !== null && "writeFiles" in value;
}
