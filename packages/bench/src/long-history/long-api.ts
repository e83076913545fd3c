import { type Api, bootApiFrom, gate, method, resource, t } from "holdfast";
import { type ItemRecord, indexes, nameOf, sampleRecord, typeOf, valueAt } from "./fields.js";
import { longHistory } from "./history.js";

/** An API with one resource and a long history, and what its oldest and newest callers send. */
export interface LongApi {
  readonly api: Api;
  readonly record: ItemRecord;
  readonly newestForm: string;
  readonly oldestForm: string;
  /** What an oldest caller sends, typed. */
  readonly oldestBody: object;
}

/** The date of a version, by its place in the history. */
export function dayOf(step: number): string {
  return new Date(Date.UTC(2000, 0, 1 + step)).toISOString().slice(0, 10);
}

/** Boots an API with one resource of 25 fields and a history of so many versions. */
export function longApi(versions: number, touching: number): LongApi {
  const past = longHistory(versions, touching);
  const own = Object.fromEntries(indexes.map((index) => [nameOf(index), typeOf(index)]));
  const kept = Object.fromEntries(
    [...past.kept].map(([name, until]) => [
      name,
      t.string().describe(`What ${name} was.`).until(until),
    ]),
  );
  const record = sampleRecord([...past.kept.keys()]);
  const item = resource("item", {
    description: "Something that has a long history.",
    fields: { id: t.id("item").describe("Its id."), ...own, ...kept },
  }).from<ItemRecord>({ id: ({ id }) => String(id) });
  const create = method("items.create", {
    route: "POST /v1/items",
    description: "Makes one.",
    params: own,
    returns: item,
  }).execute(async ({ params }) => ({ ...record, ...params }));
  const days = past.versions.map((_gates, step) => (step === 0 ? "genesis" : dayOf(step)));
  const lines = past.versions.flatMap((gates, step) => [
    `${days[step]}:${gates.length === 0 ? " []" : ""}`,
    ...gates.flatMap((one) => [`  - gate: ${one.gate}`, `    description: What it did.`]),
  ]);
  const modules = past.versions.flat().map((one) => gate(one.gate, one.changes(item, create)));
  const api = bootApiFrom(
    { name: "Long", resources: [item], methods: [create] },
    lines.join("\n"),
    modules,
  );
  const newest = Object.fromEntries(indexes.map((index) => [nameOf(index), valueAt(index)]));
  const oldest = Object.fromEntries(past.oldestParams);
  return {
    api,
    record,
    newestForm: formOf(newest),
    oldestForm: formOf(oldest),
    oldestBody: oldest,
  };
}

function formOf(params: Readonly<Record<string, unknown>>): string {
  const texts = Object.entries(params).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new URLSearchParams(texts).toString();
}
