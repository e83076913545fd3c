import { error } from "./error.js";
import { event } from "./event.js";
import type { MethodUrl } from "./kinds/links.js";
import { method, nothing, page } from "./method.js";
import type { Raised } from "./raised.js";
import { batch, type LoadContext, type Resource, resource, union } from "./resource.js";
import { type AnswerFacts, responseHeader } from "./response-header.js";
import { t } from "./t.js";
import type { ParamsOf, SourceOf, ValueOf } from "./type.js";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(
  ..._proof: Equal<A, B> extends true ? [] : ["these differ", A, B]
): void;

// @ts-expect-error: it tells types apart
same<{ readonly a?: string }, { readonly a: string | undefined }>();
// @ts-expect-error: no type is any type
same<string, ReturnType<typeof JSON.parse>>();

const text = t.string().describe("A text.");

// What `execute` receives for each kind of param.
{
  const params = {
    required: text,
    optional: t.integer().optional(),
    defaulted: t.boolean().default(true),
    nullable: t.string().nullable(),
    both: t.number().nullable().optional(),
    enumerated: t.enum({ a: "A.", b: "B." }),
    maybeOne: t.enum({ a: "A." }).optional(),
    list: t.list(t.string()),
    objects: t.list(t.object({ x: text, y: text.optional() })),
    map: t.map(),
    object: t.object({ in: t.object({ deep: t.integer() }), out: text.optional() }),
    either: t.either(t.string(), t.object({ id: text })),
    literal: t.literal("only"),
    zero: t.literal(0),
    timestamp: t.timestamp(),
    id: t.id("ch"),
    custom: t.custom("numbers", (value) => value.split(",").map(Number)),
    union: t.union("type", {
      card: t.object({ type: t.literal("card"), number: text }),
      bank: t.object({ type: t.literal("bank"), iban: text }),
    }),
    until: t.string().optional().until("old"),
    sensitive: t.string().sensitive(),
  } as const;
  same<
    ParamsOf<typeof params>,
    {
      readonly required: string;
      readonly defaulted: boolean;
      readonly nullable: string | null;
      readonly enumerated: "a" | "b";
      readonly list: readonly string[];
      readonly objects: readonly { readonly x: string; readonly y?: string }[];
      readonly map: Readonly<Record<string, string>>;
      readonly object: { readonly in: { readonly deep: number }; readonly out?: string };
      readonly either: string | { readonly id: string };
      readonly literal: "only";
      readonly zero: 0;
      readonly timestamp: number;
      readonly id: string;
      readonly custom: number[];
      readonly union:
        | { readonly type: "card"; readonly number: string }
        | { readonly type: "bank"; readonly iban: string };
      readonly sensitive: string;
      readonly optional?: number;
      readonly both?: number | null;
      readonly maybeOne?: "a";
      readonly until?: string;
    }
  >();
  same<ValueOf<typeof params.nullable>, string | null>();
}

interface CardRecord {
  readonly last4: string;
}
interface ChargeRecord {
  readonly id: string;
  readonly amount: number;
  readonly method: string;
  readonly note: string | null;
  readonly card: CardRecord;
  readonly kind: string;
}

const card = resource("card", {
  description: "A card.",
  fields: { object: t.literal("card").describe("A card."), last4: text },
}).from<CardRecord>();

const fields = {
  id: text,
  amount: t.integer().describe("How much."),
  source: text,
  note: t.string().nullable().describe("A note."),
  card: t.resource(card).describe("A card."),
  kind: t.enum({ a: "A.", b: "B." }).describe("A kind."),
};

// What a renderer takes from a record.
{
  const paged = t.page(card);
  const reference = t.ref<CardRecord>("card");
  const optional = t.string().optional();
  const literal = t.literal("x");
  const list = t.list(t.resource(card));
  same<SourceOf<typeof paged>["data"], readonly CardRecord[]>();
  same<SourceOf<typeof paged>["url"], string | MethodUrl<never>>();
  const readAt = t.page(card, ["cards.list", "cards.all"]);
  same<SourceOf<typeof readAt>["url"], string | MethodUrl<"cards.list" | "cards.all">>();
  same<SourceOf<typeof reference>, string>();
  same<SourceOf<typeof optional>, string | undefined>();
  same<SourceOf<typeof literal>, unknown>();
  same<SourceOf<typeof list>, readonly CardRecord[]>();
  const url = t.url("charges.list");
  same<SourceOf<typeof url>, Readonly<Record<string, string>>>();
}

// `from` asks for just what is no plain property of the record, in the right type.
{
  const head = resource("charge", { description: "A charge.", fields });
  const charge = head.from<ChargeRecord>({
    source: (record) => record.method,
    kind: (record) => (record.kind === "a" ? "a" : "b"),
  });
  same<typeof charge, Resource<ChargeRecord>>();

  head.from<ChargeRecord>({
    source: (record) => record.method,
    kind: batch(async (records) => records.map(() => "a" as const)),
    // What is a plain property may be computed all the same.
    amount: (record) => record.amount * 2,
  });

  // @ts-expect-error: source and kind are no plain properties
  head.from<ChargeRecord>();
  // @ts-expect-error: kind is no plain property: it is any text
  head.from<ChargeRecord>({ source: (record) => record.method });
  head.from<ChargeRecord>({
    // @ts-expect-error: a number is no text
    source: (record) => record.amount,
    kind: () => "a",
  });
  head.from<ChargeRecord>({
    source: (record) => record.method,
    // @ts-expect-error: not one of the values
    kind: () => "c",
  });
  head.from<ChargeRecord>({
    source: (record) => record.method,
    // @ts-expect-error: a batch of the wrong type
    kind: batch(async (records) => records.map(() => 1)),
  });
  head.from<ChargeRecord>({
    source: (record) => record.method,
    kind: () => "a",
    // @ts-expect-error: a source that is null for a field that is not
    id: () => null,
  });
  head.from<ChargeRecord>({
    source: (record) => record.method,
    kind: () => "a",
    // @ts-expect-error: there is no such field
    colour: () => "red",
  });
  // @ts-expect-error: the record has no such property
  head.from<ChargeRecord>({ source: (record) => record.nothing, kind: () => "a" });

  // A literal needs no record, a plain record needs no map, an optional field may be lacking.
  resource("empty", { description: "E.", fields: { object: t.literal("x") } }).from<object>();
  resource("plain", { description: "P.", fields: { last4: text } }).from<CardRecord>();
  resource("lacking", { description: "L.", fields: { last5: text.optional() } }).from<{
    readonly last5?: string;
  }>();
  // @ts-expect-error: the field is not optional, the property is
  resource("lacking", { description: "L.", fields: { last5: text } }).from<{ last5?: string }>();

  charge.loadedBy(async (ids, context) => {
    same<typeof ids, readonly string[]>();
    same<typeof context, LoadContext>();
    return new Map<string, ChargeRecord>();
  });
  // @ts-expect-error: records of another kind
  charge.loadedBy(async () => new Map<string, CardRecord>());
}

const charge = resource("charge", { description: "A charge.", fields: { id: text } }).from<{
  readonly id: string;
}>();

// `execute`: its params, what it returns, and the gates that it may ask about.
{
  const options = {
    route: "POST /v1/charges",
    description: "Charges.",
    params: { amount: t.integer().describe("How much."), source: text.optional() },
    returns: charge,
    asks: ["old", "older"],
  } as const;
  const create = method("charges.create", options);
  create.execute(async ({ params, gates, account, mode, key, request }) => {
    same<typeof params, { readonly amount: number; readonly source?: string }>();
    same<typeof mode, "test" | "live">();
    same<typeof account.pin, string | null>();
    same<typeof key.kind, "secret" | "publishable">();
    same<typeof request.idempotencyKey, string | null>();
    gates.has("old");
    gates.has("older");
    // @ts-expect-error: a gate that it does not list
    gates.has("oldest");
    // @ts-expect-error: there is no such param
    params.currency;
    // @ts-expect-error: it may be left out
    params.source.length;
    return { id: "ch_1" };
  });
  // @ts-expect-error: no id
  create.execute(async () => ({}));
  // @ts-expect-error: a number is no id
  create.execute(async () => ({ id: 1 }));
  // @ts-expect-error: nothing at all
  create.execute(async () => undefined);

  method("plain", { route: "GET /a", description: "A.", returns: charge }).execute(
    async ({ gates, params }) => {
      same<typeof params, Record<never, never>>();
      // @ts-expect-error: it lists none
      gates.has("old");
      return { id: "ch_1" };
    },
  );

  const list = method("charges.list", {
    route: "GET /v1/charges",
    description: "Lists.",
    returns: page(charge),
  });
  list.execute(async () => ({ data: [{ id: "a" }], has_more: false, total_count: async () => 1 }));
  // @ts-expect-error: no page
  list.execute(async () => [{ id: "a" }]);
  // @ts-expect-error: a page of something else
  list.execute(async () => ({ data: [{ no: 1 }], has_more: false, total_count: async () => 1 }));
}

// Checks and groups know the params.
{
  const params = { amount: t.integer().describe("How much."), source: text.optional() };
  const common = { route: "POST /a", description: "A.", returns: charge, params };
  method("a", {
    ...common,
    checks: { one: { description: "One.", test: ({ amount }) => amount > 0 || "none" } },
    groups: { oneRequired: [["source"]], onlyOne: [["source", "amount"]] },
  });
  method("a", {
    ...common,
    // @ts-expect-error: there is no such param
    checks: { one: { description: "One.", test: ({ colour }) => colour > 0 } },
  });
  method("a", {
    ...common,
    // @ts-expect-error: there is no such param
    groups: { onlyOne: [["colour"]] },
  });
  method("a", { ...common, groups: { oneRequired: { a_source: ["source"] } } });
  method("a", {
    ...common,
    groups: {
      // @ts-expect-error: there is no such param
      oneRequired: { a_name: ["colour"] },
    },
  });
  method("a", {
    ...common,
    // @ts-expect-error: no kind of key
    keys: ["public"],
  });
}

// Statuses, headers and bodies of answers.
{
  const common = { route: "POST /a", description: "A.", returns: charge } as const;
  const plain = responseHeader("A", { description: "A.", value: ({ version }) => version });
  const other = responseHeader("B", {
    description: "B.",
    value: ({ result }: AnswerFacts<{ readonly colour: string }>) => result.colour,
  });
  method("a", { ...common, status: 201, headers: [plain] });
  method("a", {
    ...common,
    // @ts-expect-error: what it returns has no colour
    headers: [other],
  });
  method("a", {
    ...common,
    // @ts-expect-error: no status of a success
    status: 404,
  });
  const bare = method("a", { ...common, returns: nothing });
  bare.execute(async () => {});
  // @ts-expect-error: it returns nothing
  bare.execute(async () => ({ id: "a" }));
}

// Errors carry data of their types.
{
  const declined = error("declined", {
    status: 402,
    type: "card_error",
    description: "D.",
    message: "{why}",
    data: { why: text, charge: text.optional(), code: t.enum({ a: "A." }) },
  });
  const raised = declined({ why: "so", code: "a" }, { param: "source" });
  same<typeof raised, Raised>();
  declined({ why: "so", code: "a", charge: "ch_1" });
  // @ts-expect-error: why is missing
  declined({ code: "a" });
  // @ts-expect-error: all of it is missing
  declined();
  // @ts-expect-error: not one of the values
  declined({ why: "so", code: "b" });
  // @ts-expect-error: there is no such field
  declined({ why: "so", code: "a", colour: "red" });

  const bare = error("bare", { status: 400, type: "x", description: "B.", message: "B." });
  bare();
  bare({}, { param: ["a", "b"] });
  const lenient = error("lenient", {
    status: 400,
    type: "x",
    description: "L.",
    message: "L.",
    data: { note: text.optional() },
  });
  lenient();
  lenient({ note: "n" });
}

// Unions know the records of their arms.
{
  const bank = resource("bank", { description: "B.", fields: { iban: text } }).from<{
    readonly iban: string;
  }>();
  const source = union("source", { description: "S.", arms: { card, bank } });
  const known = source.by((record) => {
    same<typeof record, CardRecord | { readonly iban: string }>();
    return "iban" in record ? "bank" : "card";
  });
  same<typeof known, Resource<CardRecord | { readonly iban: string }>>();
  // @ts-expect-error: no such arm
  source.by(() => "cash");
}

// Literals of a handler stay as narrow as the resource needs them.
{
  const dated = resource("dated", {
    description: "D.",
    fields: { kind: t.enum({ a: "A.", b: "B." }).describe("A kind.") },
  }).from<{ readonly kind: "a" | "b" }>();
  method("dated", { route: "GET /d", description: "D.", returns: dated }).execute(async () => ({
    kind: "a",
  }));
}

// An event is about a resource.
{
  const list = method("c", { route: "POST /c", description: "C.", returns: charge });
  event("charge.created", { description: "C.", object: charge });
  // @ts-expect-error: a method is no resource
  event("charge.created", { description: "C.", object: list });
}
