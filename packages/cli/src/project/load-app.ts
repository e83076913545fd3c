import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Api } from "holdfast";
import { Failure } from "../errors.js";
import { messageOf } from "../report.js";

/**
 * Imports an app's module and returns the API that it exports as `api`.
 * @throws Failure "app_missing", "app_failed" or "app_malformed"; a BootError as it is
 */
export async function loadApp(file: string): Promise<Api> {
  if (!existsSync(file)) {
    throw new Failure(
      "app_missing",
      `There is no app at ${file}: run npm start or npm run build first.`,
    );
  }
  const { api } = await importApp(file);
  if (isApi(api)) return api;
  throw new Failure(
    "app_malformed",
    `${file} does not export an API that has booted: export const api = await bootApi(…).`,
  );
}

async function importApp(file: string): Promise<{ readonly api?: unknown }> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof Error && error.name === "BootError") throw error;
    throw new Failure("app_failed", `The app ${file} does not load: ${messageOf(error)}`);
  }
}

/** By its parts: an app may have a copy of the framework of its own. */
function isApi(value: unknown): value is Api {
  return (
    typeof value === "object" && value !== null && "timeline" in value && "definitions" in value
  );
}
