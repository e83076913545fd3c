import type { StoreContext } from "../context.js";

/** How many are held at a version. */
export interface PinCount {
  readonly version: string;
  readonly accounts: number;
  /** Keys that are held at it by themselves, and have not ended. */
  readonly keys: number;
}

/** Every version that something is held at, in order of name. */
export async function countPins({ reader, clock }: StoreContext): Promise<readonly PinCount[]> {
  const accounts = await reader
    .selectFrom("holdfast_accounts")
    .select(({ fn }) => ["pin", fn.countAll().as("count")])
    .where("pin", "is not", null)
    .groupBy("pin")
    .execute();
  const keys = await reader
    .selectFrom("holdfast_keys")
    .select(({ fn }) => ["pin", fn.countAll().as("count")])
    .where("pin", "is not", null)
    .where("revoked_at", "is", null)
    .where((key) => key.or([key("expires_at", "is", null), key("expires_at", ">", clock())]))
    .groupBy("pin")
    .execute();
  const names = [...new Set([...accounts, ...keys].flatMap(({ pin }) => pin ?? []))].sort();
  return names.map((version) => ({
    version,
    accounts: countOf(accounts, version),
    keys: countOf(keys, version),
  }));
}

interface Counted {
  readonly pin: string | null;
  /** A text, where a database counts further than a number can. */
  readonly count: number | string | bigint;
}

function countOf(counted: readonly Counted[], version: string): number {
  return Number(counted.find(({ pin }) => pin === version)?.count ?? 0);
}
