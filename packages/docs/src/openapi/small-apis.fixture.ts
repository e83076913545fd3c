import {
  bootApiFrom,
  error,
  event,
  field,
  gate,
  listOf,
  listWas,
  method,
  nothing,
  page,
  paging,
  renamedTo,
  resource,
  responseHeader,
  t,
  union,
  wireWas,
} from "holdfast";

interface NodeRecord {
  readonly id: string;
  readonly parent: string | null;
  readonly children: readonly NodeRecord[];
}

/** A resource that stands in itself, and refers to itself. */
const node = resource("tree node", {
  description: "A node of a tree.",
  fields: {
    id: t.id("n").describe("Unique id."),
    parent: t.ref<NodeRecord>("tree node").nullable().describe("Above it."),
    "odd name": t.string().optional().describe("A name with a blank."),
  },
})
  .from<NodeRecord & { readonly "odd name"?: string }>()
  .loadedBy(async () => new Map());

interface AnimalRecord {
  readonly kind: "cat" | "dog";
  readonly name: string;
  readonly secret: string;
}

const cat = resource("cat", {
  description: "A cat, known by its {cat.name}.",
  fields: {
    kind: t.literal("cat").describe("Says that it is a cat."),
    name: t.string().describe("Its name."),
    secret: t.string().secretOnly().describe("What it knows."),
  },
}).from<AnimalRecord>();

const dog = resource("dog", {
  description: "A dog.",
  fields: {
    kind: t.literal("dog").describe("Says that it is a dog."),
    name: t.string().nullable().describe("Its name."),
  },
}).from<AnimalRecord>();

const animal = union("animal", { description: "An animal.", arms: { cat, dog } }).by(
  (record) => record.kind,
);

const gone = error("animal_gone", {
  status: 404,
  type: "animal_error",
  code: "animal_gone",
  description: "The animal ran away.",
  message: "{name} is gone.",
  data: { name: t.string().describe("Who.") },
});

const never = async (): Promise<never> => {
  throw new TypeError("nothing is carried out here");
};

const count = responseHeader<AnimalRecord>("Animal-Count", {
  description: "How many there are.",
  value: () => 1,
});

const createAnimal = method("animals.create", {
  route: "POST /zoo/{zoo}/animals",
  description: "Takes in an animal. It stays.",
  status: 201,
  params: {
    zoo: t.string().describe("Which zoo."),
    food: t
      .union("sort", {
        hay: t.object({
          sort: t.literal("hay").describe("Hay."),
          bales: t.integer({ min: 1 }).describe("How many."),
        }),
        fish: t.object({
          sort: t.literal("fish").describe("Fish."),
          fresh: t.boolean().default(true).describe("Whether it is."),
        }),
      })
      .describe("What it eats."),
    labels: t.map({ maxKeys: 3 }).optional().describe("Labels."),
    weights: t
      .mapOf(t.number({ min: 0 }))
      .optional()
      .describe("By day."),
    tags: t.list(t.string(), { maxItems: 2 }).optional().describe("Tags."),
    mood: t
      .enum({ calm: "It sleeps.", wild: "It does not." })
      .nullable()
      .default("calm")
      .describe("How it is."),
    pin: t.string().sensitive().describe("The keeper's code."),
    language: t.string().optional().inHeader("Accept-Language").describe("For its name."),
  },
  returns: animal,
  headers: [count],
  raises: [gone],
  groups: { onlyOne: [["labels", "tags"]] },
}).execute(never);

const listAnimals = method("animals.list", {
  route: "GET /zoo/{house}/animals",
  description: "Lists animals.",
  keys: ["secret", "publishable"],
  params: {
    house: t.string().describe("Which zoo."),
    ...paging(),
    born: t
      .either(t.timestamp(), t.object({ gt: t.timestamp().optional().describe("After.") }))
      .optional()
      .describe("When."),
    tags: t.list(t.string()).optional().describe("Tags."),
    foods: t
      .list(t.object({ name: t.string().describe("Its name.") }))
      .optional()
      .describe("Foods."),
  },
  returns: page(animal),
}).execute(never);

const deleteAnimal = method("animals.delete", {
  route: "DELETE /zoo/{zoo}/animals/{animal}",
  description: "Lets an animal go.",
  status: 204,
  params: { zoo: t.string().describe("Which zoo."), animal: t.string().describe("Which one.") },
  returns: nothing,
  raises: [gone],
}).execute(never);

const readNode = method("nodes.read", {
  route: "GET /nodes/{node}",
  description: "Reads a node.",
  params: { node: t.id("n").describe("Which.") },
  returns: node,
}).execute(never);

const noParams = method("nodes.count", {
  route: "GET /nodes",
  description: "Counts nodes.",
  returns: node,
}).execute(never);

/** An API with everything that is odd about APIs. */
export const zoo = bootApiFrom(
  {
    name: "Zoo",
    resources: [node, cat, dog, animal],
    methods: [createAnimal, listAnimals, deleteAnimal, readNode, noParams],
    errors: [gone],
    events: [event("animal.born", { description: "An animal was born.", object: animal })],
  },
  [
    "genesis: []",
    "2020-01-01:",
    "  - gate: cat_has_title",
    "    description: A cat's `title` is now its `name`.",
    "  - gate: lists_are_bare",
    "    description: Lists are wrapped.",
    "2021-01-01:",
    "  - gate: nulls_left_out",
    "    description: Nulls are shown.",
  ].join("\n"),
  [
    gate("cat_has_title", [field(cat, "title", renamedTo("name"))]),
    gate("lists_are_bare", [listWas(listOf(listAnimals), "array")]),
    gate("nulls_left_out", [wireWas({ nulls: "omitted", unknownParams: "ignored" })]),
  ],
);

/** An API with a single method and no past. */
export const tiny = bootApiFrom(
  { name: 'Tiny <API> & "more"', resources: [node], methods: [noParams] },
  "genesis: []",
  [],
);
