import type { Json } from "holdfast";
import { beforeAll, describe, expect, it } from "vitest";
import { errorExample, example } from "./example.js";
import type { ExampleSet } from "./example-set.js";
import { Samples } from "./samples.js";
import { shop, shopExamples, shopWorld } from "./shop.fixture.js";
import { type Execution, takeExamples } from "./take.js";

const executions: Execution[] = [];
let set: ExampleSet;
let samples: Samples;

beforeAll(async () => {
  const taken = await takeExamples(shop, shopExamples, shopWorld(), (one) => executions.push(one));
  set = JSON.parse(JSON.stringify(taken));
  samples = new Samples(shop, set);
});

const versions = ["genesis", "2015-01-01", "2016-01-01", "2016-01-01-preview"];

const request = (method: string, version: string) => samples.methodSample(method, version)?.request;
const body = (method: string, version: string) =>
  samples.methodSample(method, version)?.response.body as Record<string, Json> | undefined;

describe("what is shown", () => {
  it("is what executing gives, at each version and in drafts", () => {
    expect(new Set(executions.map(({ version }) => version)).size).toBe(versions.length);
    for (const { shows, version, answer } of executions) {
      const { status, body: text } = answer;
      const shown = shows.on === "method" ? samples.methodSample(shows.name, version) : undefined;
      if (shows.on === "error") {
        expect(samples.errorSample(shows.name, version)).toEqual(JSON.parse(answer.body));
        continue;
      }
      const event = shows.on === "event" ? samples.eventSample(shows.name, version) : undefined;
      const expected = text === "" ? null : JSON.parse(text);
      if (event !== undefined) expect(event).toEqual(expected);
      else if (status < 300) expect(shown?.response).toEqual({ status, body: expected });
      else expect(shown).toBeUndefined();
    }
  });

  it("is the same each time that it is taken", async () => {
    expect(JSON.stringify(await takeExamples(shop, shopExamples, shopWorld()))).toBe(
      JSON.stringify(set),
    );
  });

  it("has the order that a record's own hashes have", () => {
    expect(JSON.stringify(body("orders.create", "2016-01-01")?.tags)).toBe('{"b":"2","a":"1"}');
  });

  it("reaches what only an older version loads", () => {
    expect(body("orders.create", "genesis")?.buyer).toEqual({
      id: "buy_1",
      name: "Jo Rosen",
      visits: 3,
    });
    expect(body("orders.create", "2015-01-01")?.buyer).toBe("buy_1");
  });

  it("has what a draft makes of it", () => {
    expect(body("orders.create", "2016-01-01")).toHaveProperty("thing.grams", 250);
    expect(body("orders.create", "2016-01-01-preview")).toHaveProperty("good.grams", 250);
  });
});

describe("requests", () => {
  it("say the same in the names of each version, with headers and paths", () => {
    expect(request("orders.create", "2016-01-01")).toEqual({
      verb: "POST",
      path: "/orders",
      params: { buyer_name: "Jo Rosen", thing: "parcel", tags: { b: "2", a: "1" } },
      headers: { "X-Trace": "t 1" },
      version: { header: "API-Version", name: "2016-01-01" },
    });
    expect(request("orders.create", "2015-01-01")?.params).toMatchObject({ haste: true });
    expect(request("orders.drop", "genesis")).toMatchObject({
      verb: "DELETE",
      path: "/orders/ord_1",
      params: {},
    });
  });

  it("leave out what a version has no value for", async () => {
    const [create] = shopExamples;
    if (!create) throw new Error("there is no example");
    const single = { ...create, params: async () => ({ buyer_name: "Jo", good: "parcel" }) };
    const others = new Samples(shop, await takeExamples(shop, [single], shopWorld()));
    expect(others.whyMissing("orders.create", "genesis")).toBe(
      "The documented request is answered with 400: Missing required param: last_name.",
    );
  });

  it("are others where the author says so", () => {
    expect(request("orders.create", "genesis")?.params).toEqual({
      first_name: "Jo",
      last_name: "Rosen",
      thing: "voucher",
      tags: { b: "2", a: "1" },
      haste: true,
    });
    expect(body("orders.create", "genesis")?.thing).toEqual({ id: "vou_1" });
  });
});

describe("what is not shown", () => {
  it("is what a version does not have, and why", () => {
    expect(samples.methodSample("ping", "genesis")).toBeUndefined();
    expect(samples.whyMissing("ping", "genesis")).toBe("The version does not have the method.");
    expect(samples.whyMissing("ping", "2016-01-01")).toBeUndefined();
    expect(samples.methodSample("orders.ask", "genesis")).toBeDefined();
    expect(samples.methodSample("orders.ask", "2015-01-01")).toBeUndefined();
    expect(samples.whyMissing("events.retrieve", "genesis")).toBe(
      "No example of it is documented.",
    );
  });

  it("is what no example or version knows", () => {
    expect(samples.resourceSample("unused", "genesis")).toBeUndefined();
    expect(samples.resourceSample("nothing", "genesis")).toBeUndefined();
    expect(samples.methodSample("ping", "1999-01-01")).toBeUndefined();
    expect(samples.errorSample("nothing", "genesis")).toBeUndefined();
    expect(samples.eventSample("nothing", "genesis")).toBeUndefined();
    expect(
      new Samples(shop, { methods: {}, events: {}, errors: {} }).methodSample("ping", "genesis"),
    ).toBeUndefined();
  });

  it("is what was stored before the definitions went on", () => {
    const { events } = set;
    const text = JSON.stringify(set.events["order.made"]).replaceAll('"order"', '"basket"');
    const old = new Samples(shop, {
      ...set,
      events: { ...events, "order.made": JSON.parse(text) },
    });
    expect(old.eventSample("order.made", "genesis")).toBeUndefined();
    const methods = { "events.retrieve": JSON.parse(text) };
    expect(new Samples(shop, { ...set, methods }).whyMissing("events.retrieve", "genesis")).toBe(
      "Its stored example is older than its definition, and must be taken again.",
    );
  });

  it("is an answer that is none of success", async () => {
    const [create] = shopExamples;
    if (!create) throw new Error("there is no example");
    const failing = {
      ...create,
      before: { takes_haste: (today: object) => ({ ...today, buyer_name: "Nobody" }) },
    };
    const taken = await takeExamples(shop, [failing as typeof create], shopWorld());
    const others = new Samples(shop, taken);
    expect(others.whyMissing("orders.create", "2015-01-01")).toBe(
      "The documented request is answered with 402: parcel is not sold.",
    );
    expect(others.methodSample("orders.create", "2015-01-01")).toBeUndefined();
    expect(others.methodSample("orders.create", "2016-01-01")).toBeDefined();
  });
});

describe("resources, events and errors", () => {
  it("are shown as they stand in answers", () => {
    expect(samples.resourceSample("buyer", "2016-01-01")).toEqual({
      id: "buy_1",
      name: "Jo Rosen",
      visits: 3,
    });
    expect(samples.resourceSample("good", "genesis")).toMatchObject({ grams: 250 });
    // What the first method that returns one answered with, though others say more.
    expect(samples.resourceSample("order", "genesis")).toMatchObject({ id: "ord_1", buyer: null });
  });

  it("tell what changed", () => {
    expect(samples.eventSample("order.made", "2016-01-01")).toMatchObject({
      type: "order.made",
      data: { object: { id: "ord_1" }, previous_attributes: { tags: { b: null, a: null } } },
    });
  });

  it("say why something failed, the framework's too", () => {
    expect(samples.errorSample("refused", "genesis")).toEqual({
      error: { type: "shop_error", good: "parcel", message: "parcel is not sold." },
    });
    for (const { name } of shop.definitions.errors) {
      const shown = JSON.stringify(samples.errorSample(name, "genesis"));
      expect(shown).toContain('"message":"');
      expect(shown).not.toMatch(/\{\w+\}/);
    }
  });
});

describe("as released", () => {
  const at = "2015-01-01";
  const released = (later: readonly string[]) =>
    samples.asReleased({
      isReleasedLater: ({ on, name }, path, version) =>
        version === at && later.includes([on, name, ...path].join(" ")),
    });

  it("there is nothing that came later", () => {
    const before = released([
      "resource order tags",
      "resource parcel grams",
      "method orders.create tags",
      "error refused good",
      "method orders.drop",
    ]);
    const { request, response } = before.methodSample("orders.create", at) ?? {};
    expect(request?.params).not.toHaveProperty("tags");
    expect(response?.body).not.toHaveProperty("tags");
    expect(response?.body).toMatchObject({ thing: { id: "par_1" }, buyer: "buy_1" });
    expect(response?.body).not.toHaveProperty("thing.grams");
    expect(before.errorSample("refused", at)).not.toHaveProperty("error.good");
    expect(before.methodSample("orders.drop", at)).toBeUndefined();
    expect(before.methodSample("orders.drop", "genesis")).toBeDefined();
    expect(before.resourceSample("order", at)).not.toHaveProperty("tags");
  });

  it("other versions are as they are served", () => {
    const before = released(["resource order tags"]);
    expect(before.methodSample("orders.create", "genesis")).toEqual(
      samples.methodSample("orders.create", "genesis"),
    );
  });
});

describe("examples that cannot be", () => {
  const taking = (...examples: Parameters<typeof takeExamples>[1]) =>
    takeExamples(shop, examples, shopWorld());
  const [create] = shopExamples;
  const refused = shop.definitions.errors.find(({ name }) => name === "refused");
  const [createOrder] = shop.definitions.methods;
  if (!create || !refused || !createOrder) throw new Error("the shop has changed");

  it("are two of one thing", async () => {
    await expect(taking(create, create)).rejects.toThrow(
      "two examples of the method orders.create",
    );
  });

  it("are those that never succeed", async () => {
    await expect(taking(example(createOrder, {}))).rejects.toThrow(
      "The example of orders.create never succeeds: The documented request is answered with 400: Missing required param",
    );
  });

  it("are errors that do not happen", async () => {
    const fine = { buyer_name: "Jo", good: "parcel" };
    await expect(taking(errorExample(refused, createOrder, fine))).rejects.toThrow(
      "The example of the error refused is answered with",
    );
  });

  it("are scenes in which something is refused", async () => {
    const nobody = { buyer_name: "Nobody", good: "parcel" };
    const scene = example(createOrder, async ({ call }) => call(createOrder, nobody));
    await expect(taking(scene)).rejects.toThrow(
      "An example calls orders.create, which is answered with",
    );
  });
});
