import type { Kind } from "../kind.js";

/** No body at all. */
export const nothingKind: Kind = {
  name: "nothing",
  label: "nothing",
  renderer: () => () => undefined,
  schema: () => ({ not: {} }),
};
