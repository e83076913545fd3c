import type { ApiPlan, FieldPlan, MethodPlan, NamedPlan, ResourcePlan } from "./plan.js";

/** A field or param as it stands at the version that the walk back has reached. */
export interface Node {
  readonly plan: FieldPlan;
  name: string;
  values: readonly string[];
  readonly members: Node[];
  /** Whether older versions show it as something else: another type, the object for its id. */
  reshaped: boolean;
  /** The object that it stands in; undefined at the top. */
  parent: Node | undefined;
}

/** What fields stand in: a resource or the params of a method. */
export interface Owner {
  readonly nodes: Node[];
}

/** A resource on the way back. */
export interface StandingResource extends Owner {
  readonly plan: ResourcePlan;
  readonly methods: readonly StandingMethod[];
}

/** A method on the way back. */
export interface StandingMethod extends Owner {
  readonly plan: MethodPlan;
  exists: boolean;
  /** Whether a newer version changed something about it. */
  changed: boolean;
}

/** The whole API as it stood at some version. */
export interface Standing {
  readonly resources: readonly StandingResource[];
  readonly methods: readonly StandingMethod[];
  readonly errors: readonly NamedPlan[];
  readonly events: readonly NamedPlan[];
}

/** How the API stands today: as its plan says. */
export function standingToday(plan: ApiPlan): Standing {
  const methods = plan.methods.map(
    (method): StandingMethod => ({
      plan: method,
      nodes: method.params.map((field) => nodeOf(field)),
      exists: true,
      changed: false,
    }),
  );
  const resources = plan.resources.map((resource) => ({
    plan: resource,
    nodes: resource.fields.map((field) => nodeOf(field)),
    methods: methods.filter((method) => method.plan.resource === resource),
  }));
  return { resources, methods, errors: plan.errors, events: plan.events };
}

/** A field as the plan has it. */
export function nodeOf(plan: FieldPlan, parent?: Node): Node {
  const node: Node = {
    plan,
    name: plan.name,
    values: plan.values ?? [],
    members: [],
    reshaped: false,
    parent,
  };
  for (const member of plan.members ?? []) node.members.push(nodeOf(member, node));
  return node;
}

/** The way to a field. */
export function pathOf(node: Node): string {
  return node.parent ? `${pathOf(node.parent)}.${node.name}` : node.name;
}
