/** Requires some more where `mode` has a value. */
function askedOf({ mode }: { readonly mode: string }, required: readonly string[]) {
  return Object.fromEntries([
    ["if", { properties: { mode: { const: mode } }, required: ["mode"] }],
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    ["then", { required }],
  ]);
}

/** A description in which there is one of everything. */
export const base = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  servers: [
    {
      url: "https://{region}.example.com/v1",
      variables: { region: { enum: ["eu", "us"], default: "eu" } },
    },
  ],
  security: [{ key: [] }, { oauth: ["read"] }],
  paths: {
    "/orders": {
      get: {
        operationId: "listOrders",
        tags: ["orders"],
        parameters: [
          {
            name: "limit",
            in: "query",
            schema: { type: "integer", minimum: 1, maximum: 100, default: 10 },
          },
          { name: "ids", in: "query", schema: { type: "array", items: { type: "string" } } },
          {
            name: "filter",
            in: "query",
            style: "deepObject",
            schema: { type: "object", properties: { state: { type: "string" } } },
          },
          { name: "search", in: "query", allowReserved: true, schema: { type: "string" } },
          { name: "sort", in: "query", schema: { type: "string", enum: ["asc", "desc"] } },
          { name: "X-Trace", in: "header", schema: { type: "string" } },
          { name: "theme", in: "cookie", schema: { type: "string" } },
        ],
        responses: {
          "200": {
            description: "Orders.",
            headers: {
              "X-Total": { required: true, schema: { type: "integer" } },
              "X-Next": { schema: { type: "string" } },
            },
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  required: ["data"],
                  properties: {
                    data: { type: "array", items: { $ref: "#/components/schemas/Order" } },
                    cursor: { type: "string" },
                  },
                },
              },
              "text/csv": { schema: { type: "string" } },
            },
          },
          "4XX": { $ref: "#/components/responses/Problem" },
          default: { $ref: "#/components/responses/Problem" },
        },
      },
      post: {
        operationId: "createOrder",
        security: [{ key: [], signature: [] }, { oauth: ["write"] }],
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: { $ref: "#/components/schemas/NewOrder" } },
            "application/x-www-form-urlencoded": {
              schema: {
                type: "object",
                properties: { tags: { type: "array", items: { type: "string" } } },
              },
              encoding: { tags: { style: "form", explode: true } },
            },
          },
        },
        responses: {
          "201": {
            description: "Made.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } },
            links: {
              get: { operationId: "getOrder", parameters: { id: "$response.body#/id" } },
            },
          },
          "409": {
            description: "Twice.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } },
          },
        },
        callbacks: {
          shipped: {
            "{$request.body#/callback}": {
              post: {
                requestBody: {
                  content: {
                    "application/json": { schema: { $ref: "#/components/schemas/Shipment" } },
                  },
                },
                responses: { "204": { description: "Taken." } },
              },
            },
          },
        },
      },
    },
    "/orders/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      get: {
        operationId: "getOrder",
        security: [{}, { key: [] }],
        responses: {
          "200": {
            description: "One.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } },
          },
          "404": { description: "None." },
        },
      },
      put: {
        operationId: "putFile",
        requestBody: {
          content: { "image/*": { schema: { type: "string", contentMediaType: "image/png" } } },
        },
        responses: {
          "200": {
            description: "Kept.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Payment" } } },
          },
        },
      },
      delete: { operationId: "deleteOrder", responses: { "204": { description: "Gone." } } },
    },
    "/pay/{method}": {
      post: {
        operationId: "pay",
        parameters: [{ name: "method", in: "path", required: true, schema: { type: "integer" } }],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: {
                  payment: { $ref: "#/components/schemas/Payment" },
                  settings: { $ref: "#/components/schemas/Settings" },
                  tree: { $ref: "#/components/schemas/Tree" },
                },
              },
            },
          },
        },
        responses: {
          "200": {
            description: "Paid.",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  additionalProperties: false,
                  required: ["state", "tree"],
                  properties: {
                    state: { type: "string", enum: ["paid", "open"] },
                    tree: { $ref: "#/components/schemas/Tree" },
                    at: { type: "string", format: "date-time" },
                    count: { type: "integer", minimum: 0, maximum: 1000 },
                    payment: { $ref: "#/components/schemas/Payment" },
                    labels: { type: "object", additionalProperties: { type: "string" } },
                    pair: {
                      type: "array",
                      prefixItems: [{ type: "string" }, { type: "integer" }],
                      minItems: 2,
                      maxItems: 2,
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  webhooks: {
    "order.created": {
      post: {
        operationId: "orderCreated",
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Event" } } },
        },
        responses: {
          "200": {
            description: "Taken.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Reply" } } },
          },
        },
      },
    },
  },
  components: {
    responses: {
      Problem: {
        description: "Wrong.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
    schemas: {
      Problem: {
        type: "object",
        required: ["code"],
        properties: { code: { type: "string" }, detail: { type: "string" } },
      },
      Reply: { type: "object", properties: { ok: { type: "boolean" }, note: { type: "string" } } },
      Event: {
        type: "object",
        required: ["type", "order"],
        properties: {
          type: { type: "string", enum: ["order.created"] },
          order: { $ref: "#/components/schemas/Order" },
        },
      },
      Shipment: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "string" }, carrier: { type: "string", enum: ["post", "bike"] } },
      },
      Address: {
        type: "object",
        required: ["city"],
        properties: { city: { type: "string" }, zip: { type: ["string", "null"] } },
      },
      Order: {
        type: "object",
        required: ["id", "total", "address"],
        properties: {
          id: { type: "string", readOnly: true },
          total: { type: "number", minimum: 0 },
          note: { type: "string" },
          secret: { type: "string", writeOnly: true },
          address: { $ref: "#/components/schemas/Address" },
          items: { type: "array", items: { $ref: "#/components/schemas/Item" }, minItems: 1 },
        },
      },
      Item: {
        type: "object",
        required: ["sku"],
        properties: { sku: { type: "string" }, quantity: { type: "integer", minimum: 1 } },
      },
      NewOrder: {
        type: "object",
        required: ["items"],
        properties: {
          items: {
            type: "array",
            minItems: 1,
            maxItems: 50,
            items: { $ref: "#/components/schemas/Item" },
          },
          code: { type: "string", pattern: "^[A-Z0-9]+$", minLength: 2, maxLength: 10 },
          currency: { type: "string", enum: ["eur", "usd"], default: "eur" },
          weight: { type: "number", minimum: 0, multipleOf: 0.5 },
          gift: { type: "boolean" },
          email: { type: "string" },
          note: { type: ["string", "null"] },
          callback: { type: "string", format: "uri" },
          id: { type: "string", readOnly: true },
          metadata: { type: "object", additionalProperties: { type: "string" } },
          extra: { type: "object", properties: { a: { type: "string" } } },
          codes: {
            type: "object",
            patternProperties: { "^x-": { type: "string" } },
            additionalProperties: false,
          },
        },
      },
      Card: {
        type: "object",
        required: ["kind", "number"],
        properties: {
          kind: { const: "card" },
          number: { type: "string" },
          holder: { type: "string" },
        },
      },
      Bank: {
        type: "object",
        required: ["kind", "iban"],
        properties: { kind: { const: "bank" }, iban: { type: "string" } },
      },
      Wallet: {
        type: "object",
        required: ["kind"],
        properties: { kind: { const: "wallet" }, phone: { type: "string" } },
      },
      Cat: { type: "object", properties: { lives: { type: "integer" } } },
      Dog: { type: "object", properties: { bark: { type: "string" } } },
      Payment: {
        oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Bank" }],
      },
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: {
          propertyName: "species",
          mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
        },
      },
      Settings: {
        allOf: [
          {
            type: "object",
            properties: {
              mode: { type: "string", enum: ["a", "b"] },
              level: { type: "integer" },
              pet: { $ref: "#/components/schemas/Pet" },
            },
          },
          askedOf({ mode: "a" }, ["level"]),
          { not: { required: ["mode", "legacy"] } },
        ],
      },
      Tree: {
        type: "object",
        required: ["value"],
        properties: {
          value: { type: "integer" },
          children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
        },
      },
    },
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      signature: { type: "apiKey", in: "header", name: "X-Signature" },
      oauth: {
        type: "oauth2",
        flows: {
          clientCredentials: {
            tokenUrl: "https://example.com/token",
            scopes: { read: "Read.", write: "Write.", admin: "All." },
          },
        },
      },
    },
  },
};
