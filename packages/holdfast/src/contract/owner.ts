import type { ListSubject } from "../definition/list-of.js";

/** Which objects a change addresses: a resource wherever it stands, an error, or a method's params. */
export type Owner =
  | ListSubject
  | { readonly resource: string; readonly form?: string }
  | { readonly error: string; readonly at?: string | undefined }
  | { readonly method: string };

/** A resource's shape at one place only: the card inside a token. */
export function placedName(resource: string, owner: string, field: string): string {
  return `${resource}@${owner}.${field}`;
}

/** A method that another one answers for, as a place of that one. */
export function placedMethod(to: string, name: string): string {
  return `${to}@${name}`;
}

/** The resource, whatever place of it is meant. */
export function baseName(key: string): string {
  return key.split("@")[0] ?? key;
}
