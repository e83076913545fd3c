import { code, codes } from "../text/code.js";
import { fillNames } from "../text/fill.js";
import { goneNames } from "./gone-names.js";
import type { LiveData, LiveSource } from "./live.js";

/** Which version is read, and how it stands. */
export function versionNote({ api, described }: LiveSource): LiveData {
  const { name, status, sunset } = described.version;
  const newest = api.timeline.versions.at(-1)?.name ?? name;
  const standing = {
    newest: "the newest one",
    live: `an older one; the newest is ${code(newest)}`,
    deprecated:
      sunset === undefined
        ? `advised against; the newest is ${code(newest)}`
        : `served until ${sunset}; the newest is ${code(newest)}`,
    sunset: `no longer served; the newest is ${code(newest)}`,
    draft: "not released yet",
  }[status];
  return { kind: "note", markdown: `You are reading version ${code(name)}, ${standing}.` };
}

/** What a gate's end changed, which side of it the version is on, and what of it has gone since. */
export function gateNote(gate: string, { api, described }: LiveSource): LiveData {
  const entry = api.timeline.gates.get(gate);
  const { contract, version } = described;
  const isOlder = contract.gates.includes(gate);
  const then = api.timeline.at(entry?.version ?? "") ?? contract;
  const says = fillNames(entry?.description ?? "", then);
  const side = isOlder
    ? `Version ${code(version.name)} is older: this does not apply to it yet.`
    : `This applies to version ${code(version.name)}${without(goneNames(says, then, contract))}.`;
  return { kind: "note", markdown: `Since ${code(entry?.version ?? "")}: ${says} ${side}` };
}

/** Later versions took back what an earlier one brought. */
function without(gone: readonly string[]): string {
  return gone.length === 0 ? "" : `, but for ${codes(gone, "and")}, which it no longer has`;
}
