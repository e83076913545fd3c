import { readFile } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { type Api, EditError } from "holdfast";
import { replaceFile } from "holdfast/floor";
import { Failure } from "../errors.js";

/** The history of an API, with an edit made to it that still boots. */
export interface EditedHistory {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** The API as it will be. */
  readonly api: Api;
}

/**
 * Makes an edit of an API's `versions.yaml`, and boots the API over it. Nothing is written yet.
 * @throws Failure "history_elsewhere" or "edit_refused"; a BootError where it would not boot
 */
export async function editHistory(
  api: Api,
  edit: (text: string) => string,
): Promise<EditedHistory> {
  const file = api.historyFile;
  if (!isAbsolute(file)) {
    throw new Failure(
      "history_elsewhere",
      "The app was not booted from files: its history cannot be edited here.",
    );
  }
  const before = await readFile(file, "utf8");
  const after = edited(before, edit);
  return { file, before, after, api: api.rebooted(after) };
}

function edited(text: string, edit: (text: string) => string): string {
  try {
    return edit(text);
  } catch (error) {
    if (error instanceof Error && error.name === EditError.name) {
      throw new Failure("edit_refused", error.message);
    }
    throw error;
  }
}

/** Writes it, so that whoever reads the file sees the old text or the new one. */
export async function writeHistory({ file, after }: EditedHistory): Promise<void> {
  await replaceFile(file, after);
}

/** The lines that an edit takes out and puts in, as `-` and `+`. */
export function changedLines({ before, after }: EditedHistory): readonly string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  const least = Math.min(old.length, now.length) - start;
  while (end < least && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  return [
    ...old.slice(start, old.length - end).map((line) => `- ${line}`.trimEnd()),
    ...now.slice(start, now.length - end).map((line) => `+ ${line}`.trimEnd()),
  ];
}
