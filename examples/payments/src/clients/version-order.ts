/** What stands before the first dated version: the API without any of its changes. */
export const genesis = "genesis";

/** The date of a version, `2024-09-30` for `2024-09-30.acacia`. Throws if there is none. */
function dateOf(version: string): string {
  if (version === genesis) return "";
  const date = /^(\d{4}-\d{2}-\d{2})(\.[a-z]+)?$/.exec(version)?.[1];
  if (date === undefined) throw new Error(`"${version}" is not a version`);
  return date;
}

/** Negative, zero or positive, as `left` is older than, as old as, or newer than `right`. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [dateOf(left), dateOf(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether `version` came before the change of that date. */
export function isBefore(version: string, date: string): boolean {
  return compareVersions(version, date) < 0;
}
