/**
 * Which of these numbers can stay where they are so that as few as possible have to move: the places
 * of the longest increasing subsequence. Takes n log n steps.
 */
export function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  /** The place of the smallest number that ends a run of each length. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, place) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[place] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = place;
  });
  const run = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before[place]) run.add(place);
  return run;
}
