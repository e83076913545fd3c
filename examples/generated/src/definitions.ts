import {
  type ApiOptions,
  type ErrorDefinition,
  error,
  event,
  type Fields,
  type MethodDefinition,
  method,
  page,
  type Resource,
  resource,
  t,
} from "holdfast";
import type { Built } from "./built.js";
import type { ApiPlan, MethodPlan, ResourcePlan } from "./plan.js";
import { idOf, type MadeRecord, type Plans, pageOf, recordOf } from "./record.js";
import { fieldType, type Known, paramType } from "./types.js";

/** The definitions of a planned API, in the form in which an author would give them. */
export interface MadeDefinitions extends ApiOptions {
  readonly built: Built;
}

/** Makes the definitions of a plan. Its methods answer with made-up records. */
export function defineApi(plan: ApiPlan): MadeDefinitions {
  const plans = new Map(plan.resources.map((one) => [one.name, one]));
  const resources = new Map<string, Resource<MadeRecord>>();
  for (const one of plan.resources) resources.set(one.name, defineResource(one, resources, plans));
  const errors = plan.errors.map(({ name, resource: of }) =>
    error(name, {
      status: 402,
      type: "state_error",
      code: name,
      description: `The ${of.name} is closed.`,
      message: "It is closed, and {reason}.",
      data: { reason: t.string().describe("Why it was closed.") },
    }),
  );
  const events = plan.events.map(({ name, resource: of }) =>
    event(name, { description: `What ${name} says.`, object: found(resources, of.name) }),
  );
  const methods = plan.methods.map((one) => {
    const raises = errors.filter(({ name }) => name === `${one.resource.name}_closed`);
    return defineMethod(one, found(resources, one.resource.name), raises, plans);
  });
  return {
    name: "Generated",
    resources: [...resources.values()],
    methods,
    errors,
    events,
    built: {
      resource: (name) => found(resources, name),
      method: byName(methods),
      error: byName(errors),
      event: (type) => found(new Map(events.map((one) => [one.type, one])), type),
    },
  };
}

function byName<T extends { readonly name: string }>(all: readonly T[]): (name: string) => T {
  const named = new Map(all.map((one) => [one.name, one]));
  return (name) => found(named, name);
}

function found<T>(all: ReadonlyMap<string, T>, name: string): T {
  const one = all.get(name);
  if (one === undefined) throw new TypeError(`nothing is called ${name}`);
  return one;
}

function defineResource(plan: ResourcePlan, known: Known, plans: Plans): Resource<MadeRecord> {
  return resource(plan.name, {
    description: `One ${plan.name.replaceAll("_", " ")}.`,
    fields: {
      id: t.id(plan.prefix).describe("Its id."),
      object: t.literal(plan.name).describe("Says what this is."),
      created: t.timestamp().describe("When it was made."),
      ...Object.fromEntries(plan.fields.map((field) => [field.name, fieldType(field, known)])),
    },
  })
    .from<MadeRecord>({ id: ({ id }) => String(id), created: ({ created }) => Number(created) })
    .loadedBy(async (ids) => new Map(ids.map((id) => [id, recordOf(plan, id, plans)])));
}

function defineMethod(
  plan: MethodPlan,
  of: Resource<MadeRecord>,
  raises: readonly ErrorDefinition[],
  plans: Plans,
): MethodDefinition {
  const { name, action, resource: owner, params, checks, asks, until } = plan;
  const ofOne = action !== "create" && action !== "list";
  const which = { id: t.id(owner.prefix).describe("Which one.") };
  const own = Object.fromEntries(params.map((param) => [param.name, paramType(param)]));
  const options = {
    route: plan.route,
    description: `Does ${action} with a ${owner.name}.`,
    params: { ...(ofOne && which), ...own } as Fields,
    raises,
    asks,
    checks: Object.fromEntries(
      checks.map(({ name: check, until: gate }) => [
        check,
        { ...REASONABLE, ...(gate !== undefined && { until: gate }) },
      ]),
    ),
    ...(until !== undefined && { until }),
  };
  if (action === "list") {
    return method(name, { ...options, returns: page(of) }).execute(async () =>
      pageOf([recordOf(owner, idOf(owner), plans)], ""),
    );
  }
  return method(name, { ...options, returns: of }).execute(async ({ params: sent }) => {
    const { id = idOf(owner) } = sent as { readonly id?: string };
    return { ...recordOf(owner, id, plans), ...written(sent, owner) };
  });
}

const REASONABLE = {
  description: "The title and the note are not the same text.",
  test: ({ title, note }: MadeRecord) =>
    title === undefined || title !== note || "the title and the note are the same",
};

/** What was sent, as far as the record has it. */
function written(sent: object, { fields }: ResourcePlan): MadeRecord {
  const names = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(sent).filter(([name]) => names.has(name)));
}
