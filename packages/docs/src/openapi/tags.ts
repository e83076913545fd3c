import type { MethodShape } from "holdfast/contract";
import type { Context } from "./context.js";
import type { JsonObject } from "./document.js";

/** How the methods of a version are grouped: by the resource that those of one name are about. */
export class Tags {
  readonly #context: Context;
  readonly #byGroup = new Map<string, string>();
  readonly #described = new Map<string, string | undefined>();

  constructor(context: Context) {
    this.#context = context;
    const groups = new Map<string, MethodShape[]>();
    for (const method of context.contract.methods.values()) {
      if (!method.exists) continue;
      const group = groupOf(method);
      groups.set(group, [...(groups.get(group) ?? []), method]);
    }
    for (const [group, methods] of groups) this.#add(group, mostReturned(methods));
  }

  #add(group: string, resource: string | undefined): void {
    const known = this.#context.contract.resources.get(resource ?? "");
    const tag = known ? (known.name ?? known.definition.name) : group;
    this.#byGroup.set(group, tag);
    if (!this.#described.has(tag)) this.#described.set(tag, known?.definition.description);
  }

  readonly of = (method: MethodShape): string | undefined => this.#byGroup.get(groupOf(method));

  get all(): readonly JsonObject[] {
    return [...this.#described].map(([name, description]) => ({
      name,
      ...(description !== undefined && { description: this.#context.words(description) }),
    }));
  }
}

/** `charges.refunds` of `charges.refunds.create`. */
function groupOf({ name }: MethodShape): string {
  const end = name.lastIndexOf(".");
  return end === -1 ? name : name.slice(0, end);
}

/** The resource that most methods of a group return; the first of those that are returned alike. */
function mostReturned(methods: readonly MethodShape[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { returns } of methods) {
    const resource = returns.resource?.split("@")[0];
    if (resource !== undefined) counts.set(resource, (counts.get(resource) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}
