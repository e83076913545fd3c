import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { type OpenApiDocument, openApiOf } from "./index.js";
import { objectsIn, operationsOf, resolve } from "./reading.fixture.js";
import { tiny, zoo } from "./small-apis.fixture.js";

const [oldest, middle, newest] = ["genesis", "2020-01-01", "2021-01-01"].map((version) =>
  openApiOf(zoo, version),
) as [OpenApiDocument, OpenApiDocument, OpenApiDocument];

const schemas = (document: OpenApiDocument) =>
  document.components.schemas as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

describe("a description", () => {
  test("is the same each time, to the byte", () => {
    expect(JSON.stringify(openApiOf(zoo, "genesis"))).toBe(JSON.stringify(oldest));
  });

  test("says which version it is of, and refuses one that there is not", () => {
    expect(oldest.info.version).toBe("genesis");
    expect(() => openApiOf(zoo, "2019-01-01")).toThrow("the API has no version 2019-01-01");
  });

  test("has something at every reference, and a name for every operation once", () => {
    for (const document of [oldest, middle, newest, openApiOf(tiny, "genesis")]) {
      for (const { $ref } of objectsIn(document)) {
        if (typeof $ref === "string") expect(resolve(document, $ref), $ref).toBeDefined();
      }
      const ids = [...objectsIn(document)].flatMap(({ operationId }) => operationId ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("names components by letters that are allowed", () => {
    for (const part of Object.values(newest.components)) {
      for (const name of Object.keys(part)) expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
    }
    expect(schemas(newest)).toHaveProperty("tree_node");
  });

  test("calls things in words as the version calls them", () => {
    expect(schemas(newest).cat?.description).toBe("A cat, known by its `name`.");
    expect(schemas(oldest).cat?.description).toBe("A cat, known by its `title`.");
  });
});

describe("an operation", () => {
  test("has path, query and header params, and a body as JSON and as a form", () => {
    const create = operationsOf(newest).get("animals.create");
    const places = create?.parameters?.map(({ name, in: place }) => `${place} ${name}`);
    expect(places?.slice(0, 2)).toEqual(["path zoo", "header Accept-Language"]);
    const content = create?.requestBody?.content ?? {};
    expect(Object.keys(content)).toEqual(["application/json", "application/x-www-form-urlencoded"]);
    const style = { style: "deepObject", explode: true };
    expect(content["application/x-www-form-urlencoded"]?.encoding).toEqual({
      food: style,
      labels: style,
      weights: style,
      tags: style,
    });
  });

  test("writes what a query holds as servers read it", () => {
    const list = operationsOf(newest).get("animals.list");
    const query = list?.parameters?.filter(({ in: place }) => place === "query") ?? [];
    expect(query.map(({ name, style }) => `${name} ${style ?? "-"}`)).toEqual([
      "limit -",
      "starting_after -",
      "ending_before -",
      "born deepObject",
      "tags[] form",
      "foods deepObject",
    ]);
  });

  test("has one path where two differ only in what they call their params", () => {
    expect(Object.keys(newest.paths)).toEqual([
      "/zoo/{zoo}/animals",
      "/zoo/{zoo}/animals/{animal}",
      "/nodes/{node}",
      "/nodes",
    ]);
    const list = operationsOf(newest).get("animals.list");
    expect(list?.parameters?.[0]).toMatchObject({ name: "zoo", in: "path", required: true });
  });

  test("answers as its method does: a status, no body with 204, its own errors by status", () => {
    const operations = operationsOf(newest);
    const { 201: created } = operations.get("animals.create")?.responses ?? {};
    expect(created?.content?.["application/json"]?.schema).toEqual({
      $ref: "#/components/schemas/animal",
    });
    expect(operations.get("animals.delete")?.responses["204"]).not.toHaveProperty("content");
    const errors = resolve(newest, "#/components/responses/error.404");
    expect(JSON.stringify(errors)).toContain("#/components/schemas/error.animal_gone");
    expect(schemas(newest)["error.animal_gone"]).toMatchObject({
      properties: { error: { properties: { code: { const: "animal_gone" }, name: {} } } },
    });
  });

  test("is grouped by the resource that it is about", () => {
    const operations = operationsOf(newest);
    expect(operations.get("animals.delete")?.tags).toEqual(["animal"]);
    expect(newest.tags.map(({ name }) => name)).toEqual(["animal", "tree node"]);
  });
});

describe("a schema", () => {
  test("tells the arms of a union apart by what is always one text", () => {
    expect(schemas(newest).animal).toEqual({
      description: "An animal.",
      oneOf: [{ $ref: "#/components/schemas/cat" }, { $ref: "#/components/schemas/dog" }],
      discriminator: {
        propertyName: "kind",
        mapping: { cat: "#/components/schemas/cat", dog: "#/components/schemas/dog" },
      },
    });
  });

  test("leads to itself where a resource refers to itself", () => {
    expect(schemas(newest).tree_node).toMatchObject({
      properties: {
        parent: { anyOf: [{ oneOf: [{}, { $ref: "#/components/schemas/tree_node" }] }, {}] },
      },
    });
  });

  test("has limits, meanings, defaults and what is secret", () => {
    expect(schemas(newest)["animals.create.params"]).toMatchObject({
      additionalProperties: false,
      required: ["food", "pin"],
      properties: {
        labels: { maxProperties: 3 },
        tags: { maxItems: 2 },
        mood: {
          type: ["string", "null"],
          enum: ["calm", "wild", null],
          default: "calm",
          "x-enumDescriptions": { calm: "It sleeps.", wild: "It does not." },
        },
        pin: { writeOnly: true, format: "password" },
      },
    });
    expect(schemas(newest).cat).toMatchObject({
      required: ["kind", "name"],
      properties: { secret: { "x-holdfast-keys": ["secret"] } },
    });
  });

  test("follows the version: names, lists, nulls, what is unknown", () => {
    expect(schemas(oldest).cat).toHaveProperty("properties.title");
    expect(schemas(middle).cat).not.toHaveProperty("properties.title");
    const listed = (document: OpenApiDocument) =>
      operationsOf(document).get("animals.list")?.responses["200"]?.content?.["application/json"];
    expect(listed(oldest)?.schema).toMatchObject({ type: "array" });
    expect(listed(newest)?.schema).toEqual({ $ref: "#/components/schemas/list.animal" });
    expect(schemas(middle).dog).toMatchObject({ required: ["kind"] });
    expect(schemas(newest).dog).toMatchObject({ required: ["kind", "name"] });
    expect(schemas(middle)["animals.create.params"]).not.toHaveProperty("additionalProperties");
  });

  test("takes and refuses what the server takes and refuses", () => {
    const ajv = new Ajv2020({ strict: false, validateSchema: false, validateFormats: false });
    ajv.addSchema(newest, "document");
    const judge = ajv.compile({ $ref: "document#/components/schemas/animals.create.params" });
    const good = { food: { sort: "hay", bales: 1 }, pin: "1" };
    expect(judge(good)).toBe(true);
    expect(judge({ ...good, food: { sort: "fish", fresh: true }, mood: null })).toBe(true);
    for (const wrong of [
      { ...good, food: { sort: "hay", fresh: true } },
      { ...good, food: { sort: "meat" } },
      { ...good, other: 1 },
      { ...good, pin: "" },
      { ...good, tags: ["a", "b", "c"] },
      { ...good, weights: { monday: -1 } },
      { pin: "1" },
    ]) {
      expect(judge(wrong), JSON.stringify(wrong)).toBe(false);
    }
  });
});

describe("webhooks", () => {
  test("are sent what happened; where nothing wraps events, what it happened to", () => {
    const born = operationsOf(newest).get("event.animal.born");
    expect(born?.requestBody?.content["application/json"]?.schema).toEqual({
      $ref: "#/components/schemas/animal",
    });
    expect(openApiOf(tiny, "genesis")).not.toHaveProperty("webhooks");
  });
});
