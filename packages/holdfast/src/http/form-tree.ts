import { addressOf } from "./address.js";
import { DecodeError } from "./decode-error.js";
import type { WireObject, WireValue } from "./message.js";

/** A tree under construction. Lists come from `[]`; indexed ones are objects until the end. */
export interface FormBranch {
  [segment: string]: FormNode;
}
type FormNode = string | FormNode[] | FormBranch;

/** An object without a prototype, so that no key has a meaning of its own. */
export function emptyBranch(): FormBranch {
  return Object.create(null) as FormBranch;
}

/**
 * Puts one value where its path says. Where the path passes a list (`items[][id]`), it goes into
 * the last element, or into a new one when the last already has that key.
 *
 * @throws DecodeError `duplicate_param`, `conflicting_shapes`
 */
export function putLeaf(root: FormBranch, path: readonly string[], value: string): void {
  let branch = root;
  for (let i = 0; ; i++) {
    const segment = path[i] as string;
    const existing = branch[segment];
    if (i === path.length - 1) {
      if (existing !== undefined) {
        const same = typeof existing === "string";
        throw new DecodeError(same ? "duplicate_param" : "conflicting_shapes", at(path));
      }
      branch[segment] = value;
      return;
    }
    if (path[i + 1] === "") {
      const list = existing ?? [];
      if (!Array.isArray(list)) throw new DecodeError("conflicting_shapes", at(path));
      branch[segment] = list;
      i++;
      if (i === path.length - 1) {
        if (list.length > 0 && typeof list[0] !== "string") {
          throw new DecodeError("conflicting_shapes", at(path));
        }
        list.push(value);
        return;
      }
      branch = elementFor(list, path, i + 1);
    } else {
      const child = existing ?? emptyBranch();
      if (!isBranch(child)) throw new DecodeError("conflicting_shapes", at(path));
      branch[segment] = child;
      branch = child;
    }
  }
}

function elementFor(list: FormNode[], path: readonly string[], from: number): FormBranch {
  const last = list.at(-1);
  if (last !== undefined && !isBranch(last)) throw new DecodeError("conflicting_shapes", at(path));
  if (last !== undefined && !hasKey(last, path, from)) return last;
  const element = emptyBranch();
  list.push(element);
  return element;
}

/** A path through a further list never repeats a key: that list simply grows, and has no keys. */
function hasKey(element: FormBranch, path: readonly string[], from: number): boolean {
  let node: FormNode | undefined = element;
  for (let i = from; i < path.length; i++) {
    if (!isBranch(node)) return false;
    node = node[path[i] as string];
  }
  return node !== undefined;
}

/**
 * Turns objects whose keys are indexes from 0 without gaps (`items[0]`, `items[1]`) into lists.
 * With gaps it stays an object: a caller's own keys, as in metadata, may be numbers.
 */
export function withIndexedLists(root: FormBranch): WireObject {
  for (const [key, node] of Object.entries(root)) root[key] = settle(node);
  return root as WireObject;
}

function settle(node: FormNode): FormNode {
  if (typeof node === "string") return node;
  if (Array.isArray(node)) return node.map(settle);
  const entries = Object.entries(node);
  const dense = entries.every(([key]) => isIndex(key) && Number(key) < entries.length);
  // Objects keep integer keys in ascending order, so the entries already stand as the list does.
  if (dense) return entries.map(([, child]) => settle(child));
  for (const [key, child] of entries) node[key] = settle(child);
  return node;
}

/** Whether the segment is a list index as written in decimal: `0`, `12`, not `00` or `1e3`. */
export function isIndex(segment: string): boolean {
  return /^(?:0|[1-9][0-9]*)$/.test(segment);
}

function isBranch(node: WireValue | FormNode | undefined): node is FormBranch {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

function at(path: readonly string[]): { param: string } {
  return { param: addressOf(path) };
}
