import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

/** The file that says which files of a folder were written into it. */
const MADE = ".holdfast-docs.json";

/** A folder that cannot be written into. */
export class FolderError extends Error {
  override readonly name = "FolderError";
  readonly code = "folder_not_ours";
}

/** What became of the files. */
export interface Written {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly bytes: number;
}

/** A folder of files that were made, and nothing else. */
export class OutputFolder {
  readonly #folder: string;
  readonly #before: ReadonlyMap<string, string>;
  readonly #now = new Map<string, string>();
  #written = 0;
  #unchanged = 0;
  #bytes = 0;

  private constructor(folder: string, before: ReadonlyMap<string, string>) {
    this.#folder = folder;
    this.#before = before;
  }

  /**
   * Opens a folder: one that is not there, is empty, or was written before.
   *
   * @param force writes into any other, too; what else is in it stays
   * @throws FolderError
   */
  static async open(folder: string, force: boolean): Promise<OutputFolder> {
    const names = await namesIn(folder);
    if (names.length > 0 && !names.includes(MADE) && !force) {
      throw new FolderError(
        `${folder} holds files that were not made here: choose another folder, or --force.`,
      );
    }
    const before = names.includes(MADE) ? await readFile(join(folder, MADE), "utf8") : "{}";
    return new OutputFolder(folder, new Map(Object.entries(JSON.parse(before))));
  }

  /** Writes a file, unless it is there with the same content. `path` has slashes. */
  async write(path: string, text: string): Promise<void> {
    const digest = createHash("sha256").update(text).digest("base64url").slice(0, 22);
    this.#now.set(path, digest);
    this.#bytes += Buffer.byteLength(text);
    const file = join(this.#folder, path);
    if (relative(this.#folder, file).startsWith("..")) {
      throw new FolderError(`${path} would be written outside of ${this.#folder}.`);
    }
    if (this.#before.get(path) === digest && (await isThere(file))) {
      this.#unchanged += 1;
      return;
    }
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    this.#written += 1;
  }

  /** Removes what was made before and not now, and notes what there is. */
  async close(): Promise<Written> {
    const stale = [...this.#before.keys()].filter((path) => !this.#now.has(path));
    for (const path of stale) await rm(join(this.#folder, path), { force: true });
    await this.#note(this.#now);
    return {
      written: this.#written,
      unchanged: this.#unchanged,
      removed: stale.length,
      bytes: this.#bytes,
    };
  }

  /** Notes what was made before something went wrong, so that the folder is known for ours. */
  async abandon(): Promise<void> {
    await this.#note(new Map([...this.#before, ...this.#now]));
  }

  async #note(made: ReadonlyMap<string, string>): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const sorted = Object.fromEntries([...made].sort(([a], [b]) => (a < b ? -1 : 1)));
    await writeFile(join(this.#folder, MADE), `${JSON.stringify(sorted, null, 1)}\n`);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
