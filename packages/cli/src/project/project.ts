import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Failure } from "../errors.js";

/** The package that says which app the command is about. */
export interface Project {
  /** The folder of its package.json. */
  readonly folder: string;
  /** The file of the app's module. */
  readonly app: string;
  /** The file of the module whose default export is the docs, if it is named. */
  readonly docs?: string;
  /** The file of the module that starts the server, if it is named. */
  readonly server?: string;
}

/**
 * Finds the nearest package.json, from a folder upward, that has `"holdfast": { "app": "…" }`.
 * @throws Failure "project_missing" or "project_malformed"
 */
export async function findProject(from: string): Promise<Project> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const entries = await entriesOf(join(folder, "package.json"));
    if (entries !== undefined) return { folder, ...resolved(folder, entries) };
    if (dirname(folder) === folder) break;
  }
  throw new Failure(
    "project_missing",
    `Neither ${resolve(from)} nor a folder above it has a package.json with "holdfast": { "app": "path/to/app.js" }.`,
  );
}

type Entries = Omit<Project, "folder">;

function resolved(folder: string, { app, docs, server }: Entries): Entries {
  return {
    app: resolve(folder, app),
    ...(docs !== undefined && { docs: resolve(folder, docs) }),
    ...(server !== undefined && { server: resolve(folder, server) }),
  };
}

async function entriesOf(file: string): Promise<Entries | undefined> {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const { holdfast } = parse(text, file);
  if (holdfast === undefined) return undefined;
  const { app, docs, server } = isObject(holdfast) ? holdfast : {};
  if (typeof app !== "string" || app === "") {
    throw malformed(file, 'its "holdfast" has no "app", the path of the app\'s module');
  }
  for (const [name, path] of Object.entries({ docs, server })) {
    if (path === undefined || (typeof path === "string" && path !== "")) continue;
    throw malformed(file, `"${name}" of its "holdfast" is not the path of a module`);
  }
  return {
    app,
    ...(typeof docs === "string" && { docs }),
    ...(typeof server === "string" && { server }),
  };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

function parse(json: string, file: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw malformed(file, "it is not JSON");
  }
  return isObject(value) ? value : {};
}

function malformed(file: string, reason: string): Failure {
  return new Failure("project_malformed", `${file} cannot be used: ${reason}.`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
