import type { Action, ApiPlan, FieldPlan, MethodPlan, ResourcePlan, Tag } from "./plan.js";
import type { Random } from "./random.js";

const NOUNS = ["order", "invoice", "parcel", "ticket", "member", "lease", "voyage", "policy"];
const WORDS: Readonly<Record<Tag, readonly string[]>> = {
  text: ["title", "note", "label", "reason", "contact", "city", "summary", "origin"],
  count: ["amount", "quantity", "weight", "fee", "balance", "score"],
  flag: ["active", "paid", "archived", "verified"],
  enum: ["status", "category", "channel", "priority"],
  time: ["starts", "ends", "due", "shipped"],
  reference: ["owner", "parent", "account"],
  embedded: ["source", "outcome"],
  object: ["address", "terms", "contact_details"],
  list: ["lines", "steps"],
  page: ["history"],
  map: ["metadata"],
};
const VALUES = ["open", "held", "won", "lost", "closed", "late"];

/** The tags of a resource's own fields, beside its id, object, created and metadata. */
const MAKE_UP: readonly Tag[] = [
  ...(["text", "text", "text", "text", "text", "count", "count", "count"] as const),
  ...(["flag", "flag", "enum", "enum", "time", "time", "object", "object"] as const),
  ...(["list", "reference", "embedded", "page"] as const),
];

const ACTIONS: readonly Action[] = ["create", "retrieve", "update", "list", "cancel"];

/** Plans an API of so many methods: five to a resource of 25 fields, as real ones have them. */
export function planApi(methods: number, random: Random): ApiPlan {
  const count = Math.ceil(methods / ACTIONS.length);
  const names = Array.from({ length: count }, (_, index) => nameOf(index));
  const resources = names.map((name, index) => planResource(name, names.slice(0, index), random));
  const all = resources.flatMap((resource) =>
    ACTIONS.map((action) => planMethod(resource, action)),
  );
  return {
    resources,
    methods: all.slice(0, methods),
    errors: resources.map((resource) => ({ name: `${resource.name}_closed`, resource })),
    events: resources.flatMap((resource) =>
      ["created", "updated"].map((what) => ({ name: `${resource.name}.${what}`, resource })),
    ),
  };
}

function nameOf(index: number): string {
  const noun = NOUNS[index % NOUNS.length] ?? "";
  const round = Math.floor(index / NOUNS.length);
  return round === 0 ? noun : `${noun}_${round + 1}`;
}

function planResource(name: string, earlier: readonly string[], random: Random): ResourcePlan {
  const taken = new Set(["id", "object", "created", "metadata"]);
  const fields = MAKE_UP.flatMap((tag) => planField(tag, taken, earlier, random) ?? []);
  const metadata: FieldPlan = { name: "metadata", tag: "map" };
  return { name, prefix: name.replace("_", ""), fields: [...fields, metadata] };
}

function planField(
  tag: Tag,
  taken: Set<string>,
  earlier: readonly string[],
  random: Random,
): FieldPlan | undefined {
  const name = freshName(tag, taken, random);
  if (tag === "enum") {
    return { name, tag, values: random.shuffled(VALUES).slice(0, 4) };
  }
  if (tag === "object" || tag === "list") {
    const own = new Set<string>();
    const inner: readonly Tag[] = ["text", "text", "count"];
    return { name, tag, members: inner.flatMap((one) => planField(one, own, [], random) ?? []) };
  }
  if (tag === "reference" || tag === "embedded" || tag === "page") {
    // Only what was planned earlier, and of what is embedded only the first few: a tree without
    // circles, and not deep.
    const resource = random.pick(tag === "reference" ? earlier : earlier.slice(0, 2));
    return resource === undefined ? undefined : { name, tag, resource };
  }
  return { name, tag };
}

function freshName(tag: Tag, taken: Set<string>, random: Random): string {
  const words = WORDS[tag];
  const free = words.filter((word) => !taken.has(word));
  const name = random.pick(free) ?? `${words[0]}_${taken.size}`;
  taken.add(name);
  return name;
}

const WRITTEN: readonly Tag[] = ["text", "count", "flag", "enum", "object", "map"];

function planMethod(resource: ResourcePlan, action: Action): MethodPlan {
  const path = `/v1/${resource.name}s`;
  const one = `${path}/{id}`;
  const routes: Readonly<Record<Action, string>> = {
    create: `POST ${path}`,
    retrieve: `GET ${one}`,
    update: `POST ${one}`,
    list: `GET ${path}`,
    cancel: `POST ${one}/cancel`,
  };
  const written = resource.fields.filter(({ tag }) => WRITTEN.includes(tag));
  const params: Readonly<Record<Action, readonly FieldPlan[]>> = {
    create: written.map((field, index) => ({ ...field, required: index === 0 })),
    retrieve: [],
    update: written,
    list: resource.fields.filter(({ tag }) => tag === "enum" || tag === "flag"),
    cancel: resource.fields.filter(({ tag }) => tag === "text").slice(0, 1),
  };
  return {
    name: `${resource.name}s.${action}`,
    route: routes[action],
    resource,
    action,
    params: params[action].map(copied),
    checks: [],
    asks: [],
  };
}

function copied(field: FieldPlan): FieldPlan {
  return { ...field, ...(field.members && { members: field.members.map(copied) }) };
}
