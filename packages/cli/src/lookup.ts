import type { Store, StoredAccount } from "@holdfast/store";
import { type Api, type GateEntry, isLive, type Version } from "holdfast";
import { Failure } from "./errors.js";
import { listed } from "./output/words.js";
import { didYouMean } from "./suggest.js";

/** @throws Failure "account_not_found" */
export async function findAccount(store: Store, id: string): Promise<StoredAccount> {
  const account = await store.getAccount(id);
  if (account !== null) return account;
  throw new Failure("account_not_found", `There is no account ${id}.`);
}

/** @throws Failure "version_unknown", which names the nearest ones */
export function findVersion({ timeline }: Api, version: string): Version {
  const found = timeline.find(version);
  if (found !== undefined) return found;
  const names = [...timeline.versions, ...timeline.drafts].map(({ name }) => name);
  const near = /^\d{4}-\d{2}/.test(version) ? around(version, names) : didYouMean(version, names);
  throw new Failure("version_unknown", `There is no version ${version}.${near}`);
}

/**
 * Finds a version that something is to be held at.
 *
 * @param now in milliseconds since 1970
 * @throws Failure "version_unknown", "version_draft" or "version_retired"
 */
export function checkPin(api: Api, version: string, now: number): void {
  const found = findVersion(api, version);
  if (api.timeline.drafts.includes(found)) {
    throw new Failure("version_draft", `${version} is a draft: nothing can be held at it.`);
  }
  if (isLive(found, now)) return;
  const sunset = found.retirement?.sunset ?? "";
  throw new Failure("version_retired", `${version} is no longer served since ${sunset}.`);
}

/** Names the versions just before and just after a date. */
function around(date: string, names: readonly string[]): string {
  const dated = names.filter((name) => /^\d/.test(name));
  const before = dated.findLast((name) => name < date);
  const after = dated.find((name) => name > date);
  const nearest = [before, after].filter((name) => name !== undefined);
  if (nearest.length === 0) return "";
  return ` The nearest ${nearest.length === 1 ? "is" : "are"} ${listed(nearest)}.`;
}

/** @throws Failure "gate_unknown", which names the nearest one */
export function findGate({ timeline }: Api, name: string): GateEntry {
  const entry = timeline.gates.get(name);
  if (entry !== undefined) return entry;
  const near = didYouMean(name, timeline.gates.keys());
  throw new Failure("gate_unknown", `There is no gate ${name}.${near}`);
}

/**
 * Checks gates that an account is to have or lack: one that is planned would change nothing now,
 * and much later on.
 * @throws Failure "gate_unknown" or "gate_planned"
 */
export function checkGates(api: Api, names: readonly string[]): void {
  for (const name of names) {
    if (findGate(api, name).planned) {
      throw new Failure("gate_planned", `The gate ${name} is planned, and not built yet.`);
    }
  }
}
