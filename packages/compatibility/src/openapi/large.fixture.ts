import type { Json } from "../schema/json.js";

type Schema = { [keyword: string]: Json };
type Properties = { [name: string]: Schema };

/** A component of a large description, open to edits. */
export interface LargeSchema extends Schema {
  required: string[];
  properties: Properties;
}

/** A description of any size, whose schemas refer to each other in circles. */
export function largeDescription(
  schemas: number,
  operations: number,
  edit: (all: readonly LargeSchema[]) => void = () => undefined,
): Json {
  const ref = (to: number): Schema => ({ $ref: `#/components/schemas/S${to % schemas}` });
  const all = Array.from({ length: schemas }, (_, at) => schemaAt(at, ref));
  edit(all);
  const body = (schema: Schema): Json => ({ "application/json": { schema } });
  const paths = Array.from({ length: operations }, (_, at) => {
    const request: Schema = {
      type: "object",
      properties: { one: ref(at), more: { type: "array", items: ref(at + 5) } },
    };
    const operation = {
      operationId: `op${at}`,
      requestBody: { content: body(request) },
      responses: { "200": { description: "It.", content: body(ref(at)) } },
    };
    return [`/things${at}`, { post: operation }] as const;
  });
  return {
    openapi: "3.1.0",
    info: { title: "Large", version: "1" },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(all.map((one, at) => [`S${at}`, one])) },
  };
}

function schemaAt(at: number, ref: (to: number) => Schema): LargeSchema {
  const kinds: readonly ((field: number) => Schema)[] = [
    (field) => ({ type: "integer", minimum: 0, maximum: 1000 + field }),
    () => ({ type: "string", maxLength: 100 + at }),
    () => ({ type: ["string", "null"] }),
    (field) => ({ type: "array", items: ref(at * 3 + field) }),
    (field) => ({ anyOf: [ref(at + field), { type: "string" }] }),
    (field) => ({ oneOf: [ref(at * 5 + field), { type: "null" }] }),
  ];
  const fields = Array.from({ length: 18 }, (_, field): [string, Schema] => {
    const kind = kinds[(at + field) % kinds.length];
    const description = `What field ${field} of schema ${at} says, in a sentence of some length.`;
    return [`field_${field}`, { description, ...kind?.(field) }];
  });
  return {
    type: "object",
    required: ["id", "field_0"],
    properties: { id: { type: "string" }, ...Object.fromEntries(fields) },
  };
}
