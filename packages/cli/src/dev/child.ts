// A process that runs an app's sources: it gets ready, and waits until it is told to run.
import { pathToFileURL } from "node:url";
import { type DocsSite, docs, type SiteResponse } from "@holdfast/docs";
import { serve } from "holdfast";
import type { Entries, Preparation, Says, Told, ToRun } from "./child-messages.js";
import { problemText } from "./problem-text.js";
import { dependencies } from "./register-loader.js";

const DOCS_ONLY: SiteResponse = {
  status: 404,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: 'Only docs are served: name the module that starts the server, "holdfast": { "server": … }.\n',
};

process.on("message", async (told: Told) => {
  if ("prepare" in told) {
    // What cannot be loaded will be told of when it is needed.
    await prepare(told.prepare).catch(() => undefined);
    return say({ is: "warm" });
  }
  try {
    await run(told.run);
    say({ is: "running", dependencies: dependencies() });
  } catch (failure) {
    say({ is: "failed", problem: problemText(failure) });
  }
});
process.on("disconnect", () => process.exit(0));

function say(says: Says): void {
  process.send?.(says);
}

/** Code that has run before runs faster. */
async function prepare({ dependencies: urls, rehearse }: Preparation): Promise<void> {
  for (const url of urls) await import(url);
  if (!rehearse) return;
  const site = await siteOf(rehearse.entries, 0);
  const [path = "", query = ""] = rehearse.page.split("?");
  const request = { method: "GET", path, query, headers: {}, body: new Uint8Array(0) };
  if (site.owns(path)) await site.handle(request);
}

async function run({ port, ...entries }: ToRun): Promise<void> {
  process.env.PORT = String(port);
  const site = await siteOf(entries, 1);
  if (entries.server !== undefined) await imported(entries.server, 1);
  else
    await serve(async (request) => (site.owns(request.path) ? site.handle(request) : DOCS_ONLY), {
      port,
    });
}

/** One after the other: what is wrong with the app is told once, and as the app's. */
async function siteOf({ app, docs: file }: Entries, state: number): Promise<DocsSite> {
  const { api } = await imported(app, state);
  return file === undefined ? docs({ api }) : (await imported(file, state)).default;
}

/** Imports the sources as they were when they were rehearsed, or as they are to be run. */
function imported(file: string, state: number) {
  return import(`${pathToFileURL(file).href}?v=${state}`);
}
