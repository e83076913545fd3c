import { existsSync, readFileSync } from "node:fs";
import { joinModules } from "./join-modules.js";

/** Where the modules for browsers are built, whether this runs from `src` or from `dist`. */
const built = new URL("../../dist/browser/", import.meta.url);

/** The one script of all pages, from the modules of `browser/`. Reads files: keep what it returns. */
export function pageScript(): string {
  if (!existsSync(new URL("browser/main.js", built))) {
    throw new Error("The pages' script has not been built: run `npm run build`.");
  }
  return joinModules("browser/main.js", (path) => readFileSync(new URL(path, built), "utf8"));
}
