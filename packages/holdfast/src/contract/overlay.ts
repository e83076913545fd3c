/** A map with some of its values changed; the map itself where none is. */
export function overlay<V, C>(
  base: ReadonlyMap<string, V>,
  changes: ReadonlyMap<string, C>,
  change: (value: V, by: C) => V,
): ReadonlyMap<string, V> {
  if (changes.size === 0) return base;
  return new Map(
    [...base].map(([key, value]) => {
      const by = changes.get(key);
      return [key, by === undefined ? value : change(value, by)];
    }),
  );
}
