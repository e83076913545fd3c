import { raise } from "../../definition/raised.js";
import { singleHeader } from "../../http/header.js";
import { type Call, type Layer, need } from "../call.js";
import * as errors from "../errors.js";

/**
 * Finds the version to serve: the header's, else the key's pin, else the account's. For an account
 * without a pin it is the newest active one, to which the `pin` layer holds it.
 */
export const resolveVersion: Layer = {
  name: "version",
  async run(call, next) {
    const { account, pin } = need(call, "credential");
    const chosen = askedVersion(call) ?? pin;
    call.unpinned = account.pin === null;
    call.followsPin = chosen === null;
    serveAt(call, chosen ?? account.pin ?? call.served.activeVersion());
    return next();
  },
};

/** Lets a request be served at a version, with the account's gates. */
export function serveAt(call: Call, version: string): void {
  const { api } = call.served;
  const { account } = need(call, "credential");
  const contract = api.timeline.withGrants(version, account.granted, account.revoked);
  if (!contract) raise(errors.versionUnavailable, { version }, { headers: { "retry-after": "1" } });
  call.version = version;
  call.contract = api.compiled(contract);
}

/** The version that the header asks for, or undefined without one. */
function askedVersion(call: Call): string | undefined {
  const { versionHeader, timeline } = call.served.api;
  const found = singleHeader(call.request, versionHeader.toLowerCase());
  if (found.twice) {
    return raise(errors.versionUnknown, {
      header: versionHeader,
      reason: "the header was sent more than once",
    });
  }
  const asked = found.value?.trim();
  if (asked === undefined || timeline.at(asked)) return asked;
  return raise(errors.versionUnknown, {
    header: versionHeader,
    reason: `${asked.slice(0, 40)} is not a version. ${nearestVersions(
      asked,
      timeline.versions.map((one) => one.name),
    )}`,
  });
}

/** Names the versions just before and after, or the newest where the text is no date. */
function nearestVersions(asked: string, versions: readonly string[]): string {
  const dated = versions.filter((version) => version !== "genesis");
  const newest = dated.at(-1) ?? "";
  if (!/^\d{4}-\d{2}-\d{2}/.test(asked)) return `The newest version is ${newest}`;
  const before = dated.filter((version) => version < asked).at(-1);
  const after = dated.find((version) => version > asked);
  return `The nearest versions are ${[before, after].filter(Boolean).join(" and ")}`;
}
