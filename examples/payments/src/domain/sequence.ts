let last = 0;

/**
 * A number larger than any that this process gave before, near the wall clock in microseconds.
 *
 * It orders records made within the same second. A counter in the database would make all writers
 * of an account queue for one row; this needs nothing shared. Two processes may give the same
 * number: lists then fall back on the id.
 */
export function nextSequence(): number {
  last = Math.max(last + 1, Date.now() * 1000);
  return last;
}
