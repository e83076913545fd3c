/** A token bucket for each key. */
export interface RateLimit {
  /** Requests that a key may make each second in the long run. */
  readonly perSecond: number;
  /** Requests that a key may make at once after a pause. */
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  filled: number;
}

/** How many keys are remembered; the one unused for longest is forgotten first. */
const REMEMBERED = 10_000;

/** Limits how often each key may call, within this process. */
export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #clock: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limit: RateLimit, clock: () => number = Date.now) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Takes one request from a key's bucket: 0 if it may go on, else the seconds to wait. */
  take(key: string): number {
    const now = this.#clock();
    const bucket = this.#buckets.get(key) ?? { tokens: this.#limit.burst, filled: now };
    const gained = ((now - bucket.filled) / 1000) * this.#limit.perSecond;
    bucket.tokens = Math.min(this.#limit.burst, bucket.tokens + gained);
    bucket.filled = now;
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    const oldest = this.#buckets.keys().next().value;
    if (this.#buckets.size > REMEMBERED && oldest !== undefined) this.#buckets.delete(oldest);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return Math.ceil((1 - bucket.tokens) / this.#limit.perSecond);
  }
}
