/** How long the history of the item API is, here and on Cadwyn. */
export const ITEM_HISTORY = { versions: 65, touching: 22 };
