/** How many at once. */
const WIDTH = 8;

/** Does something for each, some at once. */
export async function inParallel<T>(
  list: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const items = list.values();
  const worker = async () => {
    for (const item of items) await work(item);
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
}
