import { isDeepStrictEqual } from "node:util";
import type { Api } from "../api.js";
import type { ObjectShape, ShapeField } from "../definition/shape.js";
import { type TestAnswer, type TestKit, testKit } from "../testing/index.js";
import type { Example, Reads, Row, Sends } from "./example.fixture.js";

/** A row with what came of it at each version. */
export interface Ran {
  readonly row: Row;
  readonly found: readonly unknown[];
}

/** Calls every method of an example at every version. */
export async function run({ api, versions, rows }: Example): Promise<readonly Ran[]> {
  const kit = await testKit(api);
  const all: Ran[] = [];
  for (const row of rows) {
    const found: unknown[] = [];
    for (const [index, version] of versions.entries()) {
      const answer = await send(kit, row, version, row.sends?.[index] ?? {});
      const called = api.timeline.at(version)?.methods.get(row.method.name)?.name;
      found.push(row.reads === "name" ? called : read(answer, row.reads));
    }
    all.push({ row, found });
  }
  await kit.stop();
  return all;
}

/** Where what came is not what was expected, in words. */
export function surprises(all: readonly Ran[], versions: readonly string[]): readonly string[] {
  return all.flatMap(({ row, found }) =>
    versions.flatMap((version, index) =>
      index in row.gives && isDeepStrictEqual(found[index], row.gives[index])
        ? []
        : `${row.method.name} at ${version}: ${JSON.stringify(found[index])}, not ${JSON.stringify(row.gives[index])}`,
    ),
  );
}

async function send(
  kit: TestKit,
  { method, publishable = false }: Row,
  version: string,
  sends: Sends,
): Promise<TestAnswer> {
  const caller = kit.callAs({ version, publishable });
  if (typeof sends !== "string") return caller.call(method.name, sends);
  const [start = "", header = ""] = sends.split(" with ");
  const [verb = "", target = ""] = start.split(" ");
  const [name = "", value = ""] = header.split(": ");
  const [path = "", query = ""] = target.split("?");
  const { status, headers, body } = await kit.running.handle({
    method: verb,
    path,
    query,
    headers: {
      authorization: `Bearer ${caller.key}`,
      ...(header !== "" && { [name.toLowerCase()]: value }),
    },
    body: new Uint8Array(),
  });
  return { status, headers, body: body === "" ? null : JSON.parse(body), text: body };
}

function read({ status, headers, body }: TestAnswer, reads: Reads = "body"): unknown {
  if (reads === "answer") return { status, ...(body !== null && { body }) };
  if (status >= 400) return `${status} ${body.error?.message}`;
  if (reads === "params") return JSON.parse(String(body.params));
  if (typeof reads === "string") return body;
  if ("member" in reads) return body[reads.member];
  const sent = reads.headers.flatMap((name) => {
    const value = headers[name.toLowerCase()];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(sent);
}

/** What callers of a version are not shown of today's, and what of theirs is not kept, in words. */
export function losses(api: Api, version: string): readonly string[] {
  const contract = api.timeline.at(version);
  if (!contract) return [];
  const shown = [
    ...[...contract.resources.values()].flatMap(({ shape }) => fieldsIn(shape)),
    ...contract.headers.values(),
  ];
  const sent = [...contract.methods.values()].flatMap(({ params }) => fieldsIn(params));
  const told = (word: string, texts: readonly (string | undefined)[]) =>
    [...new Set(texts)].flatMap((text) => (text === undefined ? [] : `${word} ${text}.`));
  return [
    ...told(
      "Not shown:",
      shown.flatMap(({ steps }) => steps.map(({ loss }) => loss.shown)),
    ),
    ...told(
      "Not kept:",
      sent.flatMap(({ steps }) => steps.map(({ loss }) => loss.sent)),
    ),
  ];
}

function fieldsIn({ fields }: ObjectShape): readonly ShapeField[] {
  return [...fields.values()].flatMap((field) => {
    const { shape } = field.info.kind;
    return [field, ...(shape ? fieldsIn(shape) : [])];
  });
}
