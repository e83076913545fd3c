import type { Expr } from "../definition/expr.js";
import { armsOfUnion } from "./arms.js";
import type { Contract } from "./contract.js";

/** One of the resources that what is one today was. */
export interface Form {
  /** What it was called. */
  readonly name: string;
  /** The resource's shape in this form, by its key among the contract's resources. */
  readonly key: string;
  /** How the field that tells forms apart follows from head. */
  readonly value: Expr;
  /** What that field shows, as text, where a record has this form. */
  readonly is: string;
}

/** The key of one form of a resource, or of what stands at one place. */
export function formKey(resource: string, form: string): string {
  return resource.includes("@") ? `${resource}:${form}` : `${resource}@:${form}`;
}

/** Whether a key is that of a form. */
export function isForm(key: string, form: string): boolean {
  return key.endsWith(`:${form}`);
}

/** Whether a record with this value in the field that tells forms apart has the form. */
export function hasForm({ is }: Form, shown: unknown): boolean {
  return shown !== null && shown !== undefined && String(shown) === is;
}

/** Everything that a record of a resource may be shown as: its arms, its forms, or itself. */
export function shapesOf(contract: Contract, name: string): readonly string[] {
  const resource = contract.resources.get(name);
  if (!resource) return [];
  if (resource.definition.arms) {
    return [...armsOfUnion(resource).values()].flatMap((arm) => shapesOf(contract, arm));
  }
  return [...(resource.forms ?? []).flatMap(({ key }) => shapesOf(contract, key)), name];
}
