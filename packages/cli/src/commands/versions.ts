import type { PinCount } from "@holdfast/store";
import { type Api, isLive, type Version } from "holdfast";
import { flag } from "../arguments/option.js";
import { command } from "../command.js";
import type { Page } from "../output/page.js";
import { type Column, table } from "../output/table.js";
import { showAmend } from "./amend.js";

export const versions = command({
  name: "versions",
  summary: "Lists the API's versions, the oldest first: how they stand, and who is held at them.",
  details:
    "Drafts come last, by the names that callers ask for them by. What was amended at versions after their release is told below.",
  arguments: {},
  options: { accounts: flag("counts the accounts and keys that are held at each") },
  example: "versions --accounts",
  async run({ accounts }, { api, store, io }) {
    const booted = await api();
    const pins = accounts ? await (await store()).countPins() : undefined;
    const found = versionList(booted, io.clock(), pins);
    const { amendments } = booted.timeline;
    return {
      json: {
        versions: found,
        amends: amendments.map(({ date, effect, gate, from, to }) => ({
          date,
          effect,
          gate,
          from,
          to,
        })),
      },
      show: (page) =>
        [
          table(columnsOf(page, accounts), found.map(rowOf), page),
          ...amendments.map((one) => `Amended: ${one.gate}, ${showAmend(one)}.`),
        ].join("\n"),
    };
  },
});

type Listed = ReturnType<typeof versionList>[number];

function versionList({ timeline }: Api, now: number, pins: readonly PinCount[] | undefined) {
  const newest = timeline.versions.at(-1);
  return [...timeline.versions, ...timeline.drafts].map((version) => {
    const {
      deprecated = null,
      sunset = null,
      after = null,
      link = null,
    } = version.retirement ?? {};
    const held = pins?.find((one) => one.version === version.name);
    return {
      version: version.name,
      built: version.gates.filter(({ planned }) => !planned).length,
      planned: version.gates.filter(({ planned }) => planned).length,
      newest: version === newest,
      status: timeline.drafts.includes(version) ? "draft" : statusOf(version, now),
      deprecated,
      sunset,
      after: sunset === null ? null : after,
      link,
      ...(pins && { accounts: held?.accounts ?? 0, keys: held?.keys ?? 0 }),
    };
  });
}

function statusOf(version: Version, now: number): "live" | "deprecated" | "retired" {
  if (!isLive(version, now)) return "retired";
  return version.retirement ? "deprecated" : "live";
}

function columnsOf(page: Page, accounts: boolean): readonly Column[] {
  const { good, warning } = page.colours;
  const colour = (text: string) => (text.trim() === "newest" ? good(text) : warning(text));
  return [
    { title: "VERSION" },
    { title: "BUILT", right: true },
    { title: "PLANNED", right: true },
    ...(accounts
      ? [
          { title: "ACCOUNTS", right: true },
          { title: "KEYS", right: true },
        ]
      : []),
    { title: "", colour },
  ];
}

function rowOf(one: Listed): readonly string[] {
  const held = one.accounts === undefined ? [] : [String(one.accounts), String(one.keys)];
  return [one.version, String(one.built), String(one.planned), ...held, standing(one)];
}

/** How a version stands, for people. */
function standing({ newest, status, deprecated, sunset, after }: Listed): string {
  if (status === "live") return newest ? "newest" : "";
  if (status === "draft") return "draft";
  if (status === "retired") return `retired ${sunset}${after === "forward" ? ", forwards" : ""}`;
  const ends = sunset === null ? "" : `, ends ${sunset}`;
  return deprecated === null ? ends.slice(2) : `deprecated ${deprecated}${ends}`;
}
