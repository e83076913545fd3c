const renderListeners: (() => void)[] = [];

/**
 * Calls `enhance` now, and each time the page has been rendered at another version: it must be able
 * to run again over what it has enhanced already.
 */
export function whenRendered(enhance: () => void): void {
  renderListeners.push(enhance);
  enhance();
}

/** Tells that the page has been rendered anew. */
export function tellRendered(): void {
  for (const listener of renderListeners) listener();
}
