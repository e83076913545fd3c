import { type AnyType, type Resource, t } from "holdfast";
import type { FieldPlan } from "./plan.js";
import type { MadeRecord } from "./record.js";

/** Resources that are made already, by name. */
export type Known = ReadonlyMap<string, Resource<MadeRecord>>;

/** The type of a resource's field. */
export function fieldType(plan: FieldPlan, known: Known): AnyType {
  const plain = bare(plan, (member) => fieldType(member, known), known);
  const mayBeNull = plan.tag === "text" || plan.tag === "reference" || plan.tag === "embedded";
  const type = described(mayBeNull ? plain.nullable() : plain, plan);
  return plan.onlyExpanded ? type.onlyExpanded() : type;
}

/** The type of a param. */
export function paramType(plan: FieldPlan): AnyType {
  const type = described(bare(plan, paramType, new Map()), plan);
  return plan.required ? type : type.optional();
}

function bare(plan: FieldPlan, inner: (member: FieldPlan) => AnyType, known: Known): AnyType {
  const { tag, resource = "" } = plan;
  const members = () =>
    Object.fromEntries((plan.members ?? []).map((one) => [one.name, inner(one)]));
  switch (tag) {
    case "text":
      return t.string(plan.limit === undefined ? {} : { maxLength: plan.limit });
    case "count":
      return t.integer({ min: 0 });
    case "flag":
      return t.boolean();
    case "time":
      return t.timestamp();
    case "enum":
      return t.enum(
        Object.fromEntries((plan.values ?? []).map((value) => [value, `It is ${value}.`])),
      );
    case "map":
      return t.map({ maxKeys: 50, maxKeyLength: 40, maxValueLength: 500 });
    case "reference":
      return t.ref<MadeRecord>(resource);
    case "embedded":
      return t.resource(resourceOf(resource, known));
    case "page":
      return t.page(resourceOf(resource, known));
    case "object":
      return t.object(members());
    case "list":
      return t.list(t.object(members()).describe("One of them."));
  }
}

function resourceOf(name: string, known: Known): Resource<MadeRecord> {
  const resource = known.get(name);
  if (!resource) throw new TypeError(`${name} is planned after what embeds it`);
  return resource;
}

function described(type: AnyType, { name, tag, until }: FieldPlan): AnyType {
  const text = type.describe(`The ${name.replaceAll("_", " ")}, a ${tag}.`);
  return until === undefined ? text : text.until(until);
}
