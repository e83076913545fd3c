import type { PageSource } from "holdfast";
import type { FieldPlan, ResourcePlan } from "./plan.js";

/** A record of a made-up API. */
export type MadeRecord = Readonly<Record<string, unknown>>;

/** The resources of a plan, by name. */
export type Plans = ReadonlyMap<string, ResourcePlan>;

/** The record of an id: the same whenever it is asked for, with a value in every field. */
export function recordOf(plan: ResourcePlan, id: string, plans: Plans): MadeRecord {
  const entries = plan.fields.map((field) => [field.name, madeUp(field, plans)]);
  return { id, object: plan.name, created: CREATED, ...Object.fromEntries(entries) };
}

/** The id of a resource's only record. */
export function idOf({ prefix }: ResourcePlan): string {
  return `${prefix}_1`;
}

const CREATED = 1_400_000_000;

function madeUp({ name, tag, values, members, resource = "" }: FieldPlan, plans: Plans): unknown {
  switch (tag) {
    case "text":
      return `The ${name}`;
    case "count":
      return name.length * 100;
    case "flag":
      return true;
    case "time":
      return CREATED + name.length;
    case "enum":
      return values?.[0];
    case "map":
      return { order: "6735" };
    case "reference":
      return idOf(planOf(resource, plans));
    case "embedded":
      return embedded(resource, plans);
    case "object":
      return within(members, plans);
    case "list":
      return [within(members, plans), within(members, plans)];
    case "page":
      return pageOf([embedded(resource, plans)], `/v1/${resource}s`);
  }
}

/** A page that has no next one. */
export function pageOf(data: readonly MadeRecord[], url: string): PageSource<MadeRecord> {
  return { data, has_more: false, total_count: async () => data.length, url };
}

function embedded(resource: string, plans: Plans): MadeRecord {
  const plan = planOf(resource, plans);
  return recordOf(plan, idOf(plan), plans);
}

function within(members: readonly FieldPlan[] = [], plans: Plans): MadeRecord {
  return Object.fromEntries(members.map((member) => [member.name, madeUp(member, plans)]));
}

function planOf(name: string, plans: Plans): ResourcePlan {
  const plan = plans.get(name);
  if (!plan) throw new TypeError(`no resource ${name} is planned`);
  return plan;
}
