/** An OpenAPI description, as JSON. */
export type Description = Readonly<Record<string, unknown>>;

const OPERATIONS = 360;
const SCHEMAS = 800;
/** Properties of each schema; so many make a description of about 3 MB. */
const PROPERTIES = 24;

/**
 * An OpenAPI 3.1 description of 360 operations and 800 schemas that refer to each other in circles.
 * With `edited`, five things are otherwise: two break callers (one of them in both directions), three do not.
 */
export function largeDescription(edited: boolean): Description {
  const schemas = Object.fromEntries(
    Array.from({ length: SCHEMAS }, (_, index) => [`Schema${index}`, schemaOf(index, edited)]),
  );
  const paths = Object.fromEntries(
    Array.from({ length: OPERATIONS }, (_, index) => [
      `/v1/things${index}/{id}`,
      { post: operationOf(index, edited) },
    ]),
  );
  return {
    openapi: "3.1.0",
    info: { title: "Large", version: edited ? "2" : "1" },
    paths,
    components: { schemas },
  };
}

function ref(index: number): Description {
  return { $ref: `#/components/schemas/Schema${index % SCHEMAS}` };
}

function schemaOf(index: number, edited: boolean): Description {
  const properties: Record<string, unknown> = {};
  for (let turn = 0; turn < PROPERTIES; turn++) {
    properties[`property_${turn}`] = propertyOf(index, turn);
  }
  // One schema that is received loses a property, and one gains one.
  if (edited && index === 401) delete properties.property_0;
  if (edited && index === 403) properties.property_new = { type: "string" };
  return {
    type: "object",
    description: `What thing ${index} is, in a sentence that is as long as such sentences are.`,
    properties,
    required: ["property_0", "property_1"].filter((name) => name in properties),
  };
}

function propertyOf(index: number, turn: number): Description {
  const description = `Property ${turn} of thing ${index}, described for the people who use it.`;
  switch (turn % 6) {
    case 0:
      return { type: "string", maxLength: 100 + turn, description };
    case 1:
      return { type: "integer", minimum: 0, description };
    case 2:
      return { enum: ["open", "held", `closed_${index % 7}`], description };
    case 3:
      return { type: "array", items: ref(index * 3 + turn), description };
    case 4:
      return { anyOf: [{ type: "string" }, ref(index * 5 + turn)], description };
    default:
      return { ...ref(index + 1), description };
  }
}

function operationOf(index: number, edited: boolean): Description {
  const limit = edited && index === 17 ? 50 : 100;
  return {
    operationId: `operation${index}`,
    parameters: [
      { name: "id", in: "path", required: true, schema: { type: "string" } },
      { name: "limit", in: "query", schema: { type: "integer", maximum: limit } },
      ...(edited && index === 23
        ? [{ name: "more", in: "query", schema: { type: "string" } }]
        : []),
    ],
    requestBody: { content: { "application/json": { schema: ref(index * 2) } } },
    responses: {
      200: {
        description: edited && index === 31 ? "It went well." : "Fine.",
        content: { "application/json": { schema: ref(index * 2 + 1) } },
      },
    },
  };
}
