/** What the reader chose, kept by the browser; where it keeps nothing, choices last for one page. */
export interface Kept {
  get(name: string): string | undefined;
  set(name: string, value: string | undefined): void;
}

function keptIn(storage: () => Storage): Kept {
  return {
    get(name) {
      try {
        return storage().getItem(`holdfast.${name}`) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(name, value) {
      try {
        if (value === undefined) storage().removeItem(`holdfast.${name}`);
        else storage().setItem(`holdfast.${name}`, value);
      } catch {
        // Storage may be full or forbidden: the page works without it.
      }
    },
  };
}

/** Kept until the tab is closed. */
export const session = keptIn(() => sessionStorage);

/** Kept for the next visit. */
export const lasting = keptIn(() => localStorage);
