import type { ExampleSet, StoredExample } from "@holdfast/docs/samples";
import type { Api, Json, MethodDefinition } from "holdfast";
import type { MadeRecord } from "./record.js";

/** The records of all resources, by resource and id. */
type Records = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/**
 * Examples of all methods of a made-up API, as executing them would give: its records are the same
 * at every version, so that none need be executed at each.
 */
export async function generatedExamples(api: Api): Promise<ExampleSet> {
  const records = Object.fromEntries(
    await Promise.all(
      api.definitions.resources.map(async ({ name, fields, loadMany }) => {
        const id = `${fields.id?.info.kind.limits?.prefix}_1`;
        const [record] = (await loadMany?.([id], {} as never))?.values() ?? [];
        return [name, { [id]: stored(name, record) }] as const;
      }),
    ),
  );
  const [oldest] = api.timeline.versions;
  const methods = await Promise.all(
    api.definitions.methods.map(
      async (method) =>
        [method.name, await exampleOf(method, oldest?.name ?? "", records)] as const,
    ),
  );
  return { methods: Object.fromEntries(methods), events: {}, errors: {} };
}

async function exampleOf(
  method: MethodDefinition,
  from: string,
  records: Records,
): Promise<StoredExample> {
  const { name, returns } = method;
  const result = (await method.execute({ params: {} } as never)) as MadeRecord;
  const isPage = returns.name === "page";
  const [record] = isPage ? (result.data as readonly MadeRecord[]) : [result];
  const params = Object.keys(method.params).flatMap((param) => {
    const value = record?.[param];
    return value === undefined ? [] : [[param, plain(value)] as const];
  });
  const shown = isPage ? plain({ ...result, url: method.path }) : stored(returns.resource, result);
  return {
    method: name,
    params: Object.fromEntries(params),
    runs: [{ from, captured: { result: shown, records } }],
  };
}

/** A record as examples keep it. */
function stored(resource: string | undefined, record: unknown): Json {
  return resource === undefined ? plain(record) : { $: resource, fields: plain(record) };
}

/** What of a value is plain JSON. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
