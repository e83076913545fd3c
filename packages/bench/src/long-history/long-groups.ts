import { readStep, renderStep } from "../engine.js";
import { type Group, plain, ratio } from "../figures.js";
import { measureSteps, type RoundOptions, type Step } from "../steps.js";
import { longApi } from "./long-api.js";

interface Scale {
  readonly versions: number;
  readonly touching: number;
  /** How much more the oldest version's answers may cost than the newest's. */
  readonly writeAtMost: number;
}

const SCALES: readonly Scale[] = [
  { versions: 65, touching: 22, writeAtMost: 1.1 },
  { versions: 65, touching: 65, writeAtMost: 1.25 },
  { versions: 1000, touching: 300, writeAtMost: 1.35 },
];

/** One resource of 25 fields, with histories of growing length: what does age cost? */
export async function longGroups(options: RoundOptions): Promise<readonly Group[]> {
  const groups: Group[] = [];
  for (const [index, scale] of SCALES.entries()) {
    const onProgress = (done: number, of: number) =>
      options.onProgress(index * of + done, SCALES.length * of);
    groups.push(await longGroup(scale, { ...options, onProgress }));
  }
  return groups;
}

async function longGroup(scale: Scale, options: RoundOptions): Promise<Group> {
  const { versions, touching, writeAtMost } = scale;
  const rounds = await measureSteps(stepsOf(scale), options);
  const named = (what: string) => `${versions}/${touching}: ${what}`;
  return {
    heading: `A resource of 25 fields after ${versions} versions, of which ${touching} changed it`,
    figures: [
      plain(named("write newest"), "ns", rounds.writeNewest),
      plain(named("write oldest"), "ns", rounds.writeOldest),
      ratio(named("write oldest / newest"), rounds.writeOldest, rounds.writeNewest, {
        atMost: writeAtMost,
      }),
      ratio(named("write oldest / JSON.stringify of newest"), rounds.writeOldest, rounds.stringify),
      plain(named("read newest"), "ns", rounds.readNewest),
      plain(named("read oldest"), "ns", rounds.readOldest),
      ratio(named("read oldest / newest"), rounds.readOldest, rounds.readNewest, { atMost: 1.15 }),
    ],
  };
}

function stepsOf({ versions, touching }: Scale) {
  const { api, record, newestForm, oldestForm } = longApi(versions, touching);
  const renderNewest = renderStep(api, -1, "items.create", record);
  const renderOldest = renderStep(api, 0, "items.create", record);
  const newest = renderNewest() as object;
  const steps = {
    writeNewest: (() => JSON.stringify(renderNewest())) as Step,
    writeOldest: (() => JSON.stringify(renderOldest())) as Step,
    stringify: (() => JSON.stringify(newest)) as Step,
    readNewest: readStep(api, -1, "items.create", newestForm),
    readOldest: readStep(api, 0, "items.create", oldestForm),
  };
  return steps;
}
