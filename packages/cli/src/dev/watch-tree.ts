import { type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Editors write a file in several steps: what follows within so many milliseconds is one change. */
const SETTLED_MS = 15;

/** Folders and files whose changes change nothing: what is built, kept, or only tests. */
const IGNORED = /^(?:node_modules|\..*)$|\.(?:tsbuildinfo|test\.tsx?)$|~$/;

/** A watch over a folder and everything in it. */
export interface TreeWatch {
  close(): void;
}

/**
 * Watches a folder with its subfolders, new ones too. `changed` is told which files were made,
 * written or removed, once they have settled.
 *
 * @param ignored folders to leave out
 */
export async function watchTree(
  folder: string,
  ignored: readonly string[],
  changed: (files: readonly string[]) => void,
): Promise<TreeWatch> {
  const watchers = new Map<string, FSWatcher>();
  const known = new Map<string, string>();
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const settle = async (): Promise<void> => {
    const files = [...touched];
    touched.clear();
    const different: string[] = [];
    for (const file of files) {
      const now = await markOf(file);
      if (now === "folder") {
        different.push(...(await add(file)));
      } else if (now !== known.get(file)) {
        different.push(file);
        if (now === undefined) known.delete(file);
        else known.set(file, now);
      }
    }
    if (different.length > 0 && !closed) changed(different);
  };
  const touch = (file: string): void => {
    touched.add(file);
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLED_MS);
  };
  /** Watches a folder; returns the files in it that were not known. */
  const add = async (path: string): Promise<readonly string[]> => {
    if (watchers.has(path) || ignored.includes(path) || closed) return [];
    const watcher = watch(path, (_, name) => {
      if (name !== null && !IGNORED.test(name)) touch(join(path, name));
    });
    watcher.on("error", () => watchers.delete(path));
    watchers.set(path, watcher);
    const found: string[] = [];
    for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
      if (IGNORED.test(entry.name)) continue;
      const inside = join(path, entry.name);
      if (entry.isDirectory()) {
        found.push(...(await add(inside)));
      } else if (!known.has(inside)) {
        known.set(inside, (await markOf(inside)) ?? "");
        found.push(inside);
      }
    }
    return found;
  };

  await add(folder);
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** What a file is told apart by when it is written; undefined where it is not there. */
async function markOf(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : `${found.mtimeMs} ${found.size} ${found.ino}`;
  } catch {
    return undefined;
  }
}
