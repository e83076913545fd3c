import { resolve } from "node:path";
import { flag, type Option, text } from "../arguments/option.js";
import { command } from "../command.js";
import type { Context } from "../context.js";
import { loadDocs } from "../docs/load-docs.js";
import { Failure, UsageError } from "../errors.js";
import { findVersion } from "../lookup.js";
import { progressBar } from "../output/progress-bar.js";
import { counted } from "../output/words.js";

/** An option that must be given. */
const out: Option<string> = {
  placeholder: "DIR",
  repeatable: false,
  description: "the folder to write into",
  read([value]) {
    if (value !== undefined && value !== "") return value;
    throw new UsageError("docs needs --out DIR, the folder to write into.");
  },
};

export const docs = command({
  name: "docs",
  summary: "Writes the docs as files, for a host without Node.",
  details:
    "The same pages as the server's: the newest version without a name in its addresses, and the versions of --versions in folders of their own. A folder that was written before is brought up to date: what is the same is not touched, what is gone is removed.",
  arguments: {},
  options: {
    out,
    versions: text(
      "newest|all|A,B",
      "which versions get a folder of their own; none but the newest if left out",
    ),
    base: text("PATH", "where the folder will be on its host, such as /developers; / if left out"),
    "api-url": text("URL", "where the API answers, unless the docs say it"),
    force: flag("writes into a folder that holds other files"),
  },
  example: "docs --out site --versions 2014-09-08,2015-02-18",
  async run({ out: folder, versions, base, "api-url": apiUrl, force }, context) {
    const { io } = context;
    const chosen = await versionsOf(versions, context);
    const made = await loadDocs(context);
    const target = resolve(io.cwd, folder);
    const bar = progressBar(io, "writing");
    const report = await made
      .writeFiles({
        folder: target,
        versions: chosen,
        base: baseOf(base),
        force,
        onProgress: bar.show,
        ...(apiUrl !== undefined && { apiUrl: urlOf(apiUrl) }),
      })
      .catch((error: unknown) => {
        if (error instanceof Error && "code" in error && isOurs(error.name)) {
          throw new Failure(String(error.code), error.message);
        }
        throw error;
      })
      .finally(bar.clear);
    return {
      json: { folder: target, versions: chosen, ...report },
      show: () =>
        `Wrote ${counted(report.pages, "page")} into ${target}: ${counted(report.written, "file")} new or changed, ${report.unchanged} as they were, ${report.removed} removed.`,
    };
  },
});

function isOurs(name: string): boolean {
  return name === "FolderError" || name === "FilesError";
}

async function versionsOf(asked: string | undefined, context: Context): Promise<readonly string[]> {
  if (asked === undefined || asked === "newest") return [];
  const api = await context.api();
  if (asked === "all") return api.timeline.versions.map(({ name }) => name);
  return asked
    .split(",")
    .filter(Boolean)
    .map((name) => findVersion(api, name).name);
}

function baseOf(base = ""): string {
  const bare = base.replace(/\/+$/, "");
  if (bare === "" || /^(?:\/[\w.~-]+)+$/.test(bare)) return bare;
  throw new UsageError(`--base is a path like /developers, and not ${base}.`);
}

function urlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "http:" || url?.protocol === "https:") return text.replace(/\/+$/, "");
  throw new UsageError(`--api-url is an address like https://api.example.com, and not ${text}.`);
}
