import {
  behaviour,
  bootApiFrom,
  error,
  errorAt,
  event,
  eventWas,
  field,
  formOf,
  gate,
  listOf,
  listWas,
  method,
  methodNeeds,
  nothing,
  page,
  param,
  removed,
  renamedTo,
  resource,
  resourceWas,
  responseHeader,
  statusWas,
  t,
  union,
} from "holdfast";

type Loose = Record<string, never>;

const text = t.string().describe("A text.");

const card = resource("card", {
  description: "A card.",
  fields: { number: text, brand: text },
}).from<Loose>();

const bank = resource("bank", { description: "A bank.", fields: { title: text } }).from<Loose>();

const money = union("money", { description: "A way to pay.", arms: { card, bank } })
  .by(() => "card")
  .loadedBy(async () => new Map());

/** Stands in itself, and holds one of everything. */
const tree = resource("tree", {
  description: "A tree of {tree.type} trees.",
  fields: {
    id: t.id("tree").describe("Its id."),
    object: t.literal("tree").describe("Says that it is a tree."),
    type: t.enum({ oak: "An oak.", elm: "An elm." }).describe("Which sort."),
    parent: t.ref<Loose>("tree").nullable().describe("The one that it stands in."),
    children: t.list(t.resource(card)).describe("What stands in it."),
    pages: t.page(bank).onlyExpanded().describe("A page."),
    owner: t.object({ name: text, secret: text.secretOnly() }).nullable().describe("Whose."),
    by_name: t
      .mapOf(t.object({ size: t.integer({ min: 1 }).describe("Its size.") }))
      .describe("By name."),
    shape: t
      .union("kind", {
        round: t
          .object({ kind: t.literal("round").describe("Round."), radius: text })
          .describe("A round one."),
        square: t
          .object({ kind: t.literal("square").describe("Square."), side: text })
          .describe("A square one."),
      })
      .describe("Its shape."),
    "a b`<c>": t.string().describe("A name that nobody should use."),
    hidden: text.undocumented(),
    old: t.string().until("tree_has_old").describe("What it had."),
  },
})
  .from<Loose>()
  .loadedBy(async () => new Map());

const tool = resource("tool", {
  description: "A tool.",
  fields: {
    kind: t.enum({ saw: "A saw.", axe: "An axe." }).describe("Which."),
    size: text,
  },
}).from<Loose>();

const forest = resource("forest", {
  description: "A forest.",
  fields: {
    main: t.resource(card).describe("Its card."),
    pay: t.resource(money).describe("Money."),
    tool: t.resource(tool).describe("What it is cut with."),
  },
}).from<Loose>();

const alone = resource("alone", {
  description: "Nobody returns it.",
  fields: { a: text },
}).from<Loose>();

const felled = error("felled", {
  status: 409,
  type: "tree_error",
  code: "felled",
  description: "The tree of {trees.plant.kind} is felled.",
  message: "It is *gone*.",
  data: { when: t.timestamp().optional().describe("When.") },
});
const missing = error("missing", {
  status: 404,
  type: "tree_error",
  description: "There is none.",
  message: "None.",
});

const plant = method("trees.plant", {
  route: "POST /trees/{garden}",
  description: "Plants a tree.",
  params: {
    garden: text,
    kind: t.enum({ oak: "An oak.", elm: "An elm." }).default("oak").describe("Which."),
    place: t
      .either(text, t.object({ row: t.integer({ min: 1, max: 9 }).describe("The row.") }))
      .optional()
      .describe("Where."),
    tags: t
      .list(t.string({ maxLength: 9 }), { maxItems: 3 })
      .optional()
      .describe("Words."),
    when: t
      .custom("a day, as `2020-01-31`", (day) => day)
      .optional()
      .describe("When."),
    note: t.string().nullable().optional().inHeader("X-Note").describe("A note."),
    pin: t.string().sensitive().optional().describe("A secret."),
  },
  returns: tree,
  status: 201,
  headers: [responseHeader("Tree-Count", { description: "How many.", value: () => 1 })],
  raises: [felled],
  asks: ["plants_slowly"],
  groups: { oneRequired: { place_or_when: ["place", "when"] } },
  checks: {
    few_tags: { description: "Few {trees.plant.tags} only.", test: () => true, raises: missing },
  },
}).execute(async () => ({}) as never);

const list = method("trees.list", {
  route: "GET /trees",
  description: "Lists trees.",
  params: { order: t.sort("tree", ["type", "id"]).optional().describe("The order.") },
  returns: page(tree),
  keys: ["secret", "publishable"],
}).execute(async () => ({}) as never);

const fell = method("trees.fell", {
  route: "DELETE /trees/{tree}",
  description: "Fells a tree.",
  params: { tree: text },
  returns: nothing,
  status: 204,
}).execute(async () => {});

const walk = method("walk", {
  route: "GET /walk",
  description: "Walks.",
  returns: forest,
}).execute(async () => ({}) as never);

const grew = event("tree.grew", { description: "{tree.type} grew.", object: tree });

/** An API with one of everything that docs must tell, and what each was before 2020. */
export const oddApi = bootApiFrom(
  {
    name: "Odd",
    resources: [tree, card, bank, money, tool, forest, alone],
    methods: [plant, list, fell, walk],
    errors: [missing],
    events: [grew],
  },
  `genesis: []
2020-01-01:
  - gate: tree_has_old
    description: "{tree.type} was \`sort\`."
  - gate: plants_slowly
    description: A tree of any {trees.plant.kind} is planted at once; before, slowly.
  - gate: tools_were_two
    description: Saws and axes are tools.
2021-01-01: []
`,
  [
    gate("tree_has_old", [
      field(tree, "old", removed()),
      field(tree, "sort", renamedTo("type")),
      field(forest, "main.digits", renamedTo("main.number")),
      param(plant, "species", renamedTo("kind")),
      listWas(listOf(list), "array"),
      statusWas(errorAt(felled, plant), 400),
      eventWas(grew, { by: "type", types: { oak: "oak.grew" } }),
      methodNeeds(fell),
    ]),
    gate("plants_slowly", [behaviour()]),
    gate("tools_were_two", [
      resourceWas(tool, { by: "kind", names: { saw: "saw", axe: "axe" } }),
      field(formOf(tool, "saw"), "length", renamedTo("size")),
    ]),
  ],
);
