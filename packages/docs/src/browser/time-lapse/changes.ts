/** What a page's change of version did to the things on it that have a key. */
export interface Changes {
  readonly entered: Set<Element>;
  readonly left: Set<Element>;
  readonly renamed: Set<Element>;
  readonly changed: Set<Element>;
  readonly moved: Set<Element>;
}

export function noChanges(): Changes {
  return {
    entered: new Set(),
    left: new Set(),
    renamed: new Set(),
    changed: new Set(),
    moved: new Set(),
  };
}
