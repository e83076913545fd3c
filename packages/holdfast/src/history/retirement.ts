import { startOf } from "./version-names.js";
import type { Version } from "./versions.js";

/** What a version does to its callers once its sunset has passed. */
export type AfterSunset = "error" | "forward";

/** That a version is on its way out. Days are dates in UTC: `2026-01-01`. */
export interface Retirement {
  /** Since when it is advised against (RFC 9745). */
  readonly deprecated: string | null;
  /** The day from whose beginning on it is no longer served (RFC 8594). */
  readonly sunset: string | null;
  /** What comes then: an error, or the next live version in its place. */
  readonly after: AfterSunset;
  /** A page for those who are held at it. */
  readonly link: string | null;
}

/**
 * Whether a version is served to those who are held at it or ask for it: until its sunset.
 *
 * @param now in milliseconds since 1970
 */
export function isLive({ retirement }: Version, now: number): boolean {
  const sunset = retirement?.sunset ?? null;
  return sunset === null || now < startOf(sunset);
}

/** The nearest newer version that is live; the newest always is. */
export function nextLive(
  versions: readonly Version[],
  version: string,
  now: number,
): Version | undefined {
  const index = versions.findIndex(({ name }) => name === version);
  return versions.slice(index + 1).find((one) => isLive(one, now));
}

/** The headers that tell a version's callers: `deprecation`, `sunset` and `link`. */
export function retirementHeaders({
  deprecated,
  sunset,
  link,
}: Retirement): Readonly<Record<string, string>> {
  const links = [
    ...(deprecated === null ? [] : [`<${link}>; rel="deprecation"; type="text/html"`]),
    ...(sunset === null ? [] : [`<${link}>; rel="sunset"; type="text/html"`]),
  ];
  return {
    // A date of structured fields (RFC 9651, section 3.3.7): seconds since 1970.
    ...(deprecated !== null && { deprecation: `@${startOf(deprecated) / 1000}` }),
    ...(sunset !== null && { sunset: new Date(startOf(sunset)).toUTCString() }),
    ...(link !== null && { link: links.join(", ") }),
  };
}
