import type { Api } from "holdfast";
import { versionsOf } from "../model/versions.js";
import type { Urls } from "../site/urls.js";

/** A version, for programs. */
export interface VersionEntry {
  readonly name: string;
  /** The day of its release; null for genesis. */
  readonly date: string | null;
  readonly status: "newest" | "live" | "deprecated" | "sunset";
  /** Since when it is advised against; null where it is not. */
  readonly deprecated: string | null;
  /** From which day on it is not served as it was; null where it always is. */
  readonly sunset: string | null;
  /** How many behaviours ended with it. */
  readonly changes: number;
  /** How many legacy behaviours callers of it have. */
  readonly gates: number;
  readonly links: {
    readonly docs: string;
    readonly openapi: string;
    readonly changelog: string;
    /** What to change to move on to the newest; null at the newest. */
    readonly upgrade: string | null;
  };
}

/** Every released version of an API, oldest first, for programs. */
export interface VersionsIndex {
  readonly api: string;
  /** The header that asks for a version. */
  readonly header: string;
  readonly newest: string;
  readonly versions: readonly VersionEntry[];
}

/** @param now in milliseconds since 1970 */
export function versionsJson(api: Api, urls: Urls, now = Date.now()): VersionsIndex {
  const { versions } = api.timeline;
  const newest = versions.at(-1)?.name ?? "";
  const refs = versionsOf(api, now).flatMap((ref) =>
    ref.status === "draft" ? [] : [{ ...ref, status: ref.status }],
  );
  return {
    api: api.name,
    header: api.versionHeader,
    newest,
    versions: refs.map(({ name, date, status }): VersionEntry => {
      const known = api.timeline.find(name);
      return {
        name,
        date: date ?? null,
        status,
        deprecated: known?.retirement?.deprecated ?? null,
        sunset: known?.retirement?.sunset ?? null,
        changes: known?.gates.length ?? 0,
        gates: api.timeline.at(name)?.gates.length ?? 0,
        links: {
          docs: urls.page("", name),
          openapi: urls.openapi(name),
          changelog: date === undefined ? urls.changelog() : urls.release(name),
          upgrade: name === newest ? null : urls.guide(name, newest),
        },
      };
    }),
  };
}
