import { dayOf } from "../version-names.js";
import { type DraftBlock, type GateBlock, readDraftBlocks, replaceDrafts } from "./drafts.js";
import { EditError, Source } from "./source.js";

/** What a draft is to hold: gates, or all gates of other drafts by their versions. */
export interface DraftPlan {
  /** The version that it is meant to become; null for one without a date. */
  readonly version: string | null;
  /** `next` names the draft without a date. */
  readonly of: readonly string[];
}

/**
 * Collapses, splits, reorders and re-dates the drafts of a `versions.yaml`. What is not named stays
 * in its draft; a draft from which everything was taken is gone; drafts stand in the order of
 * their dates. Everything else stays as it was. Throws an EditError for names that are not there,
 * and where gates would be left without a date beside drafts with one.
 *
 * @example
 * arrangeDrafts(text, [{ version: "2026-12-01", of: ["2026-10-01", "charge_has_card"] }]);
 */
export function arrangeDrafts(text: string, plans: readonly DraftPlan[]): string {
  const source = new Source(text);
  let drafts = readDraftBlocks(source);
  for (const plan of plans) drafts = applyPlan(drafts, plan);
  const sorted = [...drafts].sort((one, other) => compare(one.version, other.version));
  for (const [index, { version, gates }] of sorted.entries()) {
    const before = sorted[index - 1]?.version;
    if (before && version && dayOf(before) === dayOf(version)) {
      throw new EditError(`${before} and ${version} are of one day: give one another date.`);
    }
    if (version === null && sorted.length > 1) {
      const names = gates.map(({ gate }) => gate).join(", ");
      throw new EditError(`Some gates would have no date beside those that do: ${names}.`);
    }
  }
  return replaceDrafts(source, sorted);
}

function compare(one: string | null, other: string | null): number {
  return (one ?? "") < (other ?? "") ? -1 : 1;
}

function applyPlan(drafts: readonly DraftBlock[], plan: DraftPlan): readonly DraftBlock[] {
  const taken: GateBlock[] = [];
  const comments: string[] = [];
  let left: readonly DraftBlock[] = drafts;
  for (const name of new Set(plan.of)) {
    const whole = left.find(({ version }) => (version ?? "next") === name);
    const holder = whole ?? left.find(({ gates }) => gates.some(({ gate }) => gate === name));
    if (!holder) {
      refuseUnknown(drafts, name);
      continue; // Its draft, or all of its gates, were named before it.
    }
    const moved = holder.gates.filter(({ gate }) => whole !== undefined || gate === name);
    const kept = holder.gates.filter((one) => !moved.includes(one));
    taken.push(...moved);
    if (kept.length === 0) comments.push(...holder.comments);
    left = left.flatMap((one) => {
      if (one !== holder) return [one];
      return kept.length === 0 ? [] : [{ ...holder, gates: kept }];
    });
  }
  const still = left.find(({ version }) => version === plan.version);
  const made: DraftBlock = {
    version: plan.version,
    comments: [...(still?.comments ?? []), ...comments],
    gates: [...(still?.gates ?? []), ...taken],
  };
  return [...left.filter((one) => one !== still), made];
}

function refuseUnknown(drafts: readonly DraftBlock[], name: string): void {
  const known = drafts.flatMap(({ version, gates }) => [
    version ?? "next",
    ...gates.map(({ gate }) => gate),
  ]);
  if (known.includes(name)) return;
  throw new EditError(`There is neither a draft nor a gate in one called ${name}.`);
}
