import { raise } from "../../definition/raised.js";
import { isLive, nextLive } from "../../history/retirement.js";
import type { Timeline } from "../../history/timeline.js";
import type { Version } from "../../history/versions.js";
import { singleHeader } from "../../http/header.js";
import { type Call, type Layer, need } from "../call.js";
import * as errors from "../errors.js";

/**
 * Finds the version to serve: the header's, else the key's pin, else the account's. For an account
 * without a pin it is the newest active one, to which the `pin` layer holds it; a request for a
 * draft pins nothing.
 */
export const resolveVersion: Layer = {
  name: "version",
  async run(call, next) {
    const { account, pin } = need(call, "credential");
    const asked = askedVersion(call);
    const chosen = asked?.name ?? pin;
    const isDraft = asked !== undefined && call.served.api.timeline.drafts.includes(asked);
    call.unpinned = account.pin === null && !isDraft;
    call.followsPin = chosen === null;
    serveAt(call, chosen ?? account.pin ?? call.served.activeVersion());
    return next();
  },
};

/**
 * Lets a request be served at a version, with the account's gates; where its sunset has passed, at
 * the next live one, or not at all.
 */
export function serveAt(call: Call, version: string): void {
  const { api, settings } = call.served;
  const { account } = need(call, "credential");
  const asked = api.timeline.find(version);
  const now = settings.clock();
  const ended = asked !== undefined && !isLive(asked, now);
  const next = ended ? nextLive(api.timeline.versions, asked.name, now) : undefined;
  const served = asked?.retirement?.after === "forward" && next ? next : asked;
  const contract = served && api.timeline.withGrants(served.name, account.granted, account.revoked);
  if (!asked || !contract) {
    raise(errors.versionUnavailable, { version }, { headers: { "retry-after": "1" } });
  }
  if (asked.retirement) call.retirement = asked.retirement;
  call.version = served.name;
  call.contract = api.compiled(contract);
  if (ended && served === asked) refuseRetired(asked, next);
}

function refuseRetired({ name, retirement }: Version, next: Version | undefined): never {
  raise(errors.versionRetired, {
    version: name,
    sunset: retirement?.sunset,
    next: next?.name,
    help: retirement?.link ? ` See ${retirement.link}.` : "",
  });
}

/** The version that the header asks for, or undefined without one. */
function askedVersion(call: Call): Version | undefined {
  const { versionHeader, timeline } = call.served.api;
  const found = singleHeader(call.request, versionHeader.toLowerCase());
  if (found.twice) {
    return raise(errors.versionUnknown, {
      header: versionHeader,
      reason: "the header was sent more than once",
    });
  }
  const asked = found.value?.trim();
  if (asked === undefined) return undefined;
  return (
    timeline.find(asked) ??
    raise(errors.versionUnknown, {
      header: versionHeader,
      reason: `${asked.slice(0, 40)} is not a version. ${whatThereIs(asked, timeline, call.served.settings.clock())}`,
    })
  );
}

/** Names the versions just before and after, or the newest where the text is no date. */
function whatThereIs(asked: string, { versions, drafts }: Timeline, now: number): string {
  if (asked.endsWith("-preview")) {
    const names = drafts.map(({ name }) => name).join(" and ");
    return names === "" ? "Nothing can be previewed now" : `What can be previewed is ${names}`;
  }
  const dated = versions
    .filter((version) => version.name !== "genesis" && isLive(version, now))
    .map(({ name }) => name);
  const newest = dated.at(-1) ?? "";
  if (!/^\d{4}-\d{2}-\d{2}/.test(asked)) return `The newest version is ${newest}`;
  const before = dated.filter((version) => version < asked).at(-1);
  const after = dated.find((version) => version > asked);
  return `The nearest versions are ${[before, after].filter(Boolean).join(" and ")}`;
}
