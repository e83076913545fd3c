import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Policy } from "../report/severity.js";
import { diffOpenApi } from "./compare-documents.js";
import { base } from "./probe.fixture.js";

type Value = null | boolean | number | string | Value[] | { [name: string]: Value };
/** One edit: set or remove what stands at a path whose parts are parted by blanks, or rename it. */
type Edit =
  | readonly ["set", string, Value]
  | readonly ["remove", string]
  | readonly ["rename", string, string];

const folder = mkdtempSync(join(tmpdir(), "holdfast-diff-"));
afterAll(() => rmSync(folder, { recursive: true }));

function edited(edits: readonly Edit[]): Value {
  const copy = JSON.parse(JSON.stringify(base)) as Value;
  for (const [kind, path, value] of edits) {
    const parts = path.split(" ");
    const last = parts.pop() ?? "";
    let at: Value | undefined = copy;
    for (const part of parts) {
      at = Array.isArray(at)
        ? at[Number(part)]
        : typeof at === "object" && at !== null
          ? at[part]
          : undefined;
    }
    if (typeof at !== "object" || at === null) throw new Error(`Nothing stands at ${path}.`);
    if (Array.isArray(at)) {
      if (kind === "remove") at.splice(Number(last), 1);
      else at[Number(last)] = value as Value;
    } else if (kind === "set") at[last] = value;
    else {
      const old = at[last];
      if (old === undefined) throw new Error(`Nothing stands at ${path}.`);
      delete at[last];
      if (kind === "rename") at[value] = old;
    }
  }
  return copy;
}

let count = 0;
function compare(old: Value, next: Value, policy: Policy = "wire") {
  const files = [old, next].map((value, side) => {
    const file = join(folder, `${count}-${side}.json`);
    writeFileSync(file, JSON.stringify(value));
    return file;
  });
  count++;
  return diffOpenApi(files[0] ?? "", files[1] ?? "", { policy });
}

const set = (path: string, value: Value): Edit => ["set", path, value];
const remove = (path: string): Edit => ["remove", path];
const rename = (path: string, name: string): Edit => ["rename", path, name];
const list = "paths /orders get";
const create = "paths /orders post";
const schemas = "components schemas";
const order = `${schemas} Order`;
const fresh = `${schemas} NewOrder properties`;
const paid = "paths /pay/{method} post responses 200 content application/json schema";

type Case = readonly [name: string, ...edits: Edit[]];

const breaking: readonly Case[] = [
  // Operations.
  ["an operation is removed", remove("paths /orders/{id} delete")],
  ["a path is removed", remove("paths /pay/{method}")],
  ["a path is renamed", rename("paths /orders", "/purchases")],
  ["another method", rename("paths /orders/{id} put", "patch")],
  // Parameters.
  ["a query parameter is removed", remove(`${list} parameters 0`)],
  ["a header parameter is removed", remove(`${list} parameters 5`)],
  ["a cookie parameter is removed", remove(`${list} parameters 6`)],
  ["a parameter is renamed", set(`${list} parameters 0 name`, "max")],
  ["a parameter moves to the headers", set(`${list} parameters 4 in`, "header")],
  ["a parameter is required", set(`${list} parameters 4 required`, true)],
  [
    "a new parameter is required",
    set(`${list} parameters 7`, {
      name: "shop",
      in: "query",
      required: true,
      schema: { type: "string" },
    }),
  ],
  [
    "a required parameter for all of a path",
    set("paths /orders/{id} parameters 1", {
      name: "shop",
      in: "header",
      required: true,
      schema: { type: "string" },
    }),
  ],
  ["a parameter's maximum is lower", set(`${list} parameters 0 schema maximum`, 50)],
  ["a parameter's default is another", set(`${list} parameters 0 schema default`, 20)],
  ["a parameter's value is gone", set(`${list} parameters 4 schema enum`, ["asc"])],
  ["a parameter's type is narrower", set(`${list} parameters 1 schema items type`, "integer")],
  [
    "a parameter's style is another",
    set(`${list} parameters 1 style`, "pipeDelimited"),
    set(`${list} parameters 1 explode`, false),
  ],
  ["a parameter does not explode", set(`${list} parameters 1 explode`, false)],
  ["a deep object is a form", remove(`${list} parameters 2 style`)],
  ["reserved characters are not allowed", remove(`${list} parameters 3 allowReserved`)],
  ["a path parameter's style is another", set("paths /orders/{id} parameters 0 style", "label")],
  [
    "a parameter is written as JSON",
    set(`${list} parameters 2`, {
      name: "filter",
      in: "query",
      content: {
        "application/json": {
          schema: { type: "object", properties: { state: { type: "string" } } },
        },
      },
    }),
  ],
  // Request bodies.
  ["a body is required", set("paths /orders/{id} put requestBody required", true)],
  ["a body is gone", remove("paths /orders/{id} put requestBody")],
  [
    "a media type is gone",
    remove(`${create} requestBody content application/x-www-form-urlencoded`),
  ],
  [
    "a media range is narrower",
    rename("paths /orders/{id} put requestBody content image/*", "image/png"),
  ],
  [
    "a media type has another charset",
    rename(`${create} requestBody content application/json`, "application/json; charset=utf-16"),
  ],
  [
    "a form's lists do not explode",
    set(
      `${create} requestBody content application/x-www-form-urlencoded encoding tags explode`,
      false,
    ),
  ],
  ["a property is required", set(`${schemas} NewOrder required`, ["items", "code"])],
  [
    "a new property is required",
    set(`${fresh} shop`, { type: "string" }),
    set(`${schemas} NewOrder required`, ["items", "shop"]),
  ],
  ["a property of a request is gone", remove(`${fresh} gift`)],
  ["a property is read only", set(`${fresh} gift readOnly`, true)],
  ["a pattern is narrower", set(`${fresh} code pattern`, "^[A-Z]+$")],
  ["a pattern is new", set(`${fresh} email pattern`, "@")],
  ["a format is new", set(`${fresh} email format`, "email")],
  ["a string is shorter", set(`${fresh} code maxLength`, 5)],
  ["a string is longer", set(`${fresh} code minLength`, 5)],
  ["a value is gone", set(`${fresh} currency enum`, ["eur"])],
  ["a default is another", set(`${fresh} currency default`, "usd")],
  ["a step is larger", set(`${fresh} weight multipleOf`, 1)],
  [
    "a limit is exclusive",
    remove(`${fresh} weight minimum`),
    set(`${fresh} weight exclusiveMinimum`, 0),
  ],
  ["null is no longer taken", set(`${fresh} note type`, "string")],
  ["a list is shorter", set(`${fresh} items maxItems`, 20)],
  ["a list has no repetitions", set(`${fresh} items uniqueItems`, true)],
  ["nothing else can stand in an object", set(`${fresh} extra additionalProperties`, false)],
  [
    "nothing unevaluated can stand in an object",
    set(`${fresh} extra unevaluatedProperties`, false),
  ],
  ["a map's values are others", set(`${fresh} metadata additionalProperties`, { type: "integer" })],
  [
    "a pattern of names is another",
    set(`${fresh} codes patternProperties`, { "^y-": { type: "string" } }),
  ],
  ["a nested property is required", set(`${schemas} Item required`, ["sku", "quantity"])],
  [
    "an alternative is gone",
    set(`${schemas} Payment oneOf`, [{ $ref: "#/components/schemas/Card" }]),
  ],
  [
    "any of becomes one of, and more",
    set(`${schemas} Settings allOf 0 properties level`, {
      oneOf: [{ type: "integer" }, { type: "number", minimum: 5 }],
    }),
  ],
  ["a value is ruled out", set(`${schemas} Settings allOf 0 properties level not`, { const: 7 })],
  ["a condition asks for more", set(`${schemas} Settings allOf 1 then required`, ["level", "pet"])],
  [
    "a discriminator's value is another",
    set(`${schemas} Pet discriminator mapping`, {
      kitty: "#/components/schemas/Cat",
      dog: "#/components/schemas/Dog",
    }),
  ],
  ["a discriminator is another property", set(`${schemas} Pet discriminator propertyName`, "kind")],
  ["a recursive schema asks for more", set(`${schemas} Tree required`, ["value", "children"])],
  // Responses.
  ["a success is another", rename(`${create} responses 201`, "200")],
  ["a success is gone", remove("paths /orders/{id} get responses 200")],
  ["another success with another body", set(`${create} responses 202`, { description: "Later." })],
  ["a response's media type is gone", remove(`${list} responses 200 content text/csv`)],
  [
    "a response's media type is a range",
    rename(`${list} responses 200 content application/json`, "application/*"),
  ],
  ["a header is gone", remove(`${list} responses 200 headers X-Next`)],
  ["a header is not always there", remove(`${list} responses 200 headers X-Total required`)],
  [
    "a header's type is another",
    set(`${list} responses 200 headers X-Total schema type`, "string"),
  ],
  [
    "a required property is gone",
    remove(`${order} properties total`),
    set(`${order} required`, ["id", "address"]),
  ],
  ["an optional property is gone", remove(`${order} properties note`)],
  ["a property is not always there", set(`${order} required`, ["id", "total"])],
  ["a property is null", set(`${order} properties total type`, ["number", "null"])],
  ["a property's type is wider", set(`${paid} properties count type`, "number")],
  ["a value is new", set(`${paid} properties state enum`, ["paid", "open", "late"])],
  ["values are no longer told", remove(`${paid} properties state enum`)],
  [
    "a property is new where nothing else stands",
    set(`${paid} properties more`, { type: "string" }),
  ],
  ["anything can stand in an object", remove(`${paid} additionalProperties`)],
  ["a format is gone", remove(`${paid} properties at format`)],
  ["a number can be larger", set(`${paid} properties count maximum`, 5000)],
  ["a list can be empty", remove(`${order} properties items minItems`)],
  ["a pair's second is another", set(`${paid} properties pair prefixItems 1`, { type: "string" })],
  ["a map's values are anything", set(`${paid} properties labels additionalProperties`, true)],
  [
    "an alternative is new",
    set(`${schemas} Payment oneOf 2`, { $ref: "#/components/schemas/Wallet" }),
  ],
  ["a property is write only", set(`${order} properties note writeOnly`, true)],
  ["a nested property is another", set(`${schemas} Address properties city type`, "integer")],
  ["a recursive property is another", set(`${schemas} Tree properties value type`, "string")],
  ["an error's body is another", set(`${schemas} Problem required`, [])],
  [
    "a range's body is another",
    set("components responses Problem content application/json schema", { type: "string" }),
  ],
  ["a link is gone", remove(`${create} responses 201 links get`)],
  ["a link leads elsewhere", set(`${create} responses 201 links get operationId`, "deleteOrder")],
  // What the API calls.
  ["a webhook is gone", remove("webhooks order.created")],
  [
    "a webhook's property is gone",
    remove(`${schemas} Event properties type`),
    set(`${schemas} Event required`, ["order"]),
  ],
  [
    "a webhook's value is new",
    set(`${schemas} Event properties type enum`, ["order.created", "order.made"]),
  ],
  ["a webhook asks more of its reply", set(`${schemas} Reply required`, ["ok"])],
  [
    "a webhook's reply has another status",
    rename("webhooks order.created post responses 200", "204"),
  ],
  ["a callback is gone", remove(`${create} callbacks shipped`)],
  [
    "a callback's value is new",
    set(`${schemas} Shipment properties carrier enum`, ["post", "bike", "boat"]),
  ],
  ["a callback's property is not always there", set(`${schemas} Shipment required`, [])],
  [
    "a callback goes elsewhere",
    rename(`${create} callbacks shipped {$request.body#/callback}`, "{$request.body#/hook}"),
  ],
  // Servers and security.
  ["a server's path is another", set("servers 0 url", "https://{region}.example.com/v2")],
  ["a server's host is another", set("servers 0 url", "https://{region}.example.org/v1")],
  ["a server's variable has a value less", set("servers 0 variables region enum", ["eu"])],
  ["an alternative of security is gone", set("security", [{ key: [] }])],
  ["security asks for more", set("security", [{ key: [], signature: [] }, { oauth: ["read"] }])],
  [
    "a scope more",
    set(`${create} security`, [{ key: [], signature: [] }, { oauth: ["write", "admin"] }]),
  ],
  ["no longer without credentials", set("paths /orders/{id} get security", [{ key: [] }])],
  ["a key has another name", set("components securitySchemes key name", "X-Api-Key")],
  ["a key stands elsewhere", set("components securitySchemes key in", "query")],
  [
    "a scheme is another",
    set("components securitySchemes signature", { type: "http", scheme: "bearer" }),
  ],
  [
    "tokens come from elsewhere",
    set(
      "components securitySchemes oauth flows clientCredentials tokenUrl",
      "https://example.com/new",
    ),
  ],
  [
    "a scope is gone",
    remove("components securitySchemes oauth flows clientCredentials scopes read"),
  ],
];

const safe: readonly Case[] = [
  ["nothing"],
  [
    "texts",
    set("info description", "More."),
    set(`${list} description`, "Lists."),
    set(`${order} description`, "An order."),
    set(`${list} tags`, ["sales"]),
  ],
  ["examples", set(`${order} properties note example`, "x"), set(`${order} examples`, [{}])],
  [
    "an operation is new",
    set("paths /orders/{id} patch", { responses: { "204": { description: "Done." } } }),
  ],
  ["a path is new", set("paths /new", { get: { responses: { "204": { description: "Done." } } } })],
  [
    "an optional parameter is new",
    set(`${list} parameters 7`, { name: "page", in: "query", schema: { type: "integer" } }),
  ],
  [
    "a path parameter is renamed",
    rename("paths /orders/{id}", "/orders/{order}"),
    set("paths /orders/{order} parameters 0 name", "order"),
    set(`${create} responses 201 links get parameters`, { order: "$response.body#/id" }),
  ],
  [
    "a parameter moves to its operations",
    remove("paths /orders/{id} parameters"),
    ...["get", "put", "delete"].map((verb) =>
      set(`paths /orders/{id} ${verb} parameters`, [
        { name: "id", in: "path", required: true, schema: { type: "string" } },
      ]),
    ),
  ],
  [
    "a header's name has another case",
    set(`${list} parameters 5 name`, "x-trace"),
    rename(`${list} responses 200 headers X-Total`, "x-total"),
  ],
  ["a parameter's type is wider", set(`${list} parameters 0 schema maximum`, 500)],
  [
    "a number's parameter takes text",
    set("paths /pay/{method} post parameters 0 schema type", "string"),
  ],
  [
    "styles that are the default",
    set(`${list} parameters 1 style`, "form"),
    set(`${list} parameters 1 explode`, true),
  ],
  ["a scalar that does not explode", set(`${list} parameters 4 explode`, false)],
  [
    "reserved characters are allowed",
    set(`${list} parameters 4 allowReserved`, true),
    set(`${list} parameters 6 description`, "Of it."),
  ],
  ["an optional property of a request", set(`${fresh} phone`, { type: "string" })],
  ["a value of a request is new", set(`${fresh} currency enum`, ["eur", "usd", "gbp"])],
  [
    "a property of a response is new",
    set(`${order} properties taxes`, { type: "number" }),
    set(`${order} required`, ["id", "total", "address", "taxes"]),
  ],
  ["a response's property is always there", set(`${schemas} Problem required`, ["code", "detail"])],
  ["a response's value is gone", set(`${paid} properties state enum`, ["paid"])],
  ["a response's format is new", set(`${schemas} Shipment properties id format`, "uuid")],
  [
    "a media type is new",
    set(`${create} requestBody content application/xml`, { schema: { type: "object" } }),
  ],
  [
    "a charset that is meant anyway",
    rename(`${create} requestBody content application/json`, "Application/JSON; charset=UTF-8"),
  ],
  [
    "a range in its parts",
    remove(`${list} responses 4XX`),
    set(`${list} responses 404`, { $ref: "#/components/responses/Problem" }),
    set(`${list} responses 429`, { $ref: "#/components/responses/Problem" }),
  ],
  ["an error is new", set(`${create} responses 429`, { description: "Too many." })],
  [
    "a header of a response is new",
    set(`${list} responses 200 headers X-Rest`, { schema: { type: "integer" } }),
  ],
  [
    "a schema is split by allOf",
    set(`${schemas} Address`, {
      allOf: [
        { type: "object", properties: { city: { type: "string" } } },
        { required: ["city"], properties: { zip: { type: ["string", "null"] } } },
      ],
    }),
  ],
  [
    "a schema is inlined",
    set(`${order} properties address`, {
      type: "object",
      required: ["city"],
      properties: { city: { type: "string" }, zip: { type: ["string", "null"] } },
    }),
  ],
  [
    "a schema is renamed",
    rename(`${schemas} Address`, "Place"),
    set(`${order} properties address`, { $ref: "#/components/schemas/Place" }),
  ],
  [
    "a reference is wrapped",
    set(`${order} properties address`, {
      allOf: [{ $ref: "#/components/schemas/Address" }],
      description: "Where.",
    }),
  ],
  [
    "null is told as an alternative",
    set(`${schemas} Address properties zip`, { oneOf: [{ type: "null" }, { type: "string" }] }),
  ],
  [
    "one of is any of",
    set(`${schemas} Payment`, {
      anyOf: [{ $ref: "#/components/schemas/Bank" }, { $ref: "#/components/schemas/Card" }],
    }),
  ],
  [
    "an enum is told as alternatives",
    set(`${paid} properties state`, {
      oneOf: [
        { const: "open", title: "Open" },
        { const: "paid", title: "Paid" },
      ],
    }),
  ],
  [
    "a discriminator that changes nothing",
    set(`${schemas} Payment discriminator`, {
      propertyName: "kind",
      mapping: { card: "#/components/schemas/Card", bank: "#/components/schemas/Bank" },
    }),
  ],
  [
    "recursion by another name",
    set(`${schemas} Branch`, {
      type: "object",
      required: ["value"],
      properties: {
        value: { type: "integer" },
        children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
      },
    }),
    set(`${schemas} Tree properties children items`, { $ref: "#/components/schemas/Branch" }),
  ],
  ["what is not required of a request any more", set(`${schemas} NewOrder required`, [])],
  ["deprecated", set(`${list} deprecated`, true), set(`${fresh} gift deprecated`, true)],
  ["an operation id", set(`${list} operationId`, "allOrders")],
  ["an alternative of security is new", set(`${create} security 2`, {})],
  ["the order of security", set("security", [{ oauth: ["read"] }, { key: [] }])],
  [
    "a scheme is renamed",
    rename("components securitySchemes key", "apiKey"),
    set("security", [{ apiKey: [] }, { oauth: ["read"] }]),
    set(`${create} security`, [{ apiKey: [], signature: [] }, { oauth: ["write"] }]),
    set("paths /orders/{id} get security", [{}, { apiKey: [] }]),
  ],
  ["a server is new", set("servers 1", { url: "https://example.com/v1" })],
  [
    "a base path moves into the paths",
    set("servers 0 url", "https://{region}.example.com"),
    ...["/orders", "/orders/{id}", "/pay/{method}"].map((path) =>
      rename(`paths ${path}`, `/v1${path}`),
    ),
  ],
  [
    "a webhook is new",
    set("webhooks order.paid", { post: { responses: { "200": { description: "Taken." } } } }),
  ],
  ["a webhook sends more", set(`${schemas} Event properties at`, { type: "string" })],
  ["a webhook's reply can say more", set(`${schemas} Reply properties more`, { type: "string" })],
  ["a callback's value is gone", set(`${schemas} Shipment properties carrier enum`, ["bike"])],
];

const cased = (cases: readonly Case[]) => cases.map(([name, ...edits]) => [name, edits] as const);

describe("breaking", () => {
  test.each(cased(breaking))("%s", (_name, edits) => {
    const { verdict, findings } = compare(base as Value, edited(edits));
    expect(verdict, JSON.stringify(findings)).toBe("breaking");
    const worst = findings.filter(({ severity }) => severity === "breaking");
    for (const finding of worst) expect(finding.witness, JSON.stringify(finding)).not.toBeNull();
  });
});

describe("safe", () => {
  test.each(cased(safe))("%s", (_name, edits) => {
    const { verdict, findings } = compare(base as Value, edited(edits));
    expect(verdict, JSON.stringify(findings, null, 1)).toBe("safe");
    expect(
      findings
        .filter(({ severity }) => severity === "warning")
        .filter(({ message }) => message.includes("unproven")),
    ).toEqual([]);
  });
});

test("enough cases", () => {
  expect(breaking.length).toBeGreaterThanOrEqual(73);
  expect(safe.length).toBeGreaterThanOrEqual(18);
});
