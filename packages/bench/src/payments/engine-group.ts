import { type Group, plain, ratio } from "../figures.js";
import { measureSteps, type RoundOptions } from "../steps.js";
import { engineSteps } from "./engine-steps.js";

/** The engine alone on `charges.create`, without HTTP and without a database. */
export async function engineGroups(options: RoundOptions): Promise<readonly Group[]> {
  const rounds = await measureSteps(await engineSteps(), options);
  return [
    {
      heading: "Reading the form of charges.create: decode, validate, up-convert",
      figures: [
        plain("read: Fastify, no versions", "ns", rounds.readFastify),
        plain("read: newest version", "ns", rounds.readNewest),
        plain("read: oldest version", "ns", rounds.readOldest),
        ratio("read: newest / Fastify", rounds.readNewest, rounds.readFastify),
        ratio("read: oldest / newest", rounds.readOldest, rounds.readNewest, { atMost: 1.15 }),
      ],
    },
    {
      heading: "Writing a charge, everything loaded: render, down-convert, serialize",
      figures: [
        plain("write: Fastify, no versions", "ns", rounds.writeFastify),
        plain("write: newest version", "ns", rounds.writeNewest),
        plain("write: oldest version", "ns", rounds.writeOldest),
        ratio("write: newest / Fastify", rounds.writeNewest, rounds.writeFastify),
        ratio("write: oldest / newest", rounds.writeOldest, rounds.writeNewest, { atMost: 1.1 }),
      ],
    },
  ];
}
