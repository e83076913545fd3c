import type { StoreContext } from "../context.js";
import { readAccounts, type StoredAccount } from "./account-row.js";

/** Which page of the accounts to read. */
export interface AccountsPage {
  /** The last account of the page before. */
  readonly after?: string;
  /** Only those that are held at this version. */
  readonly pin?: string;
  /** How many at most; 20 if left out. */
  readonly limit?: number;
}

/** One page of the accounts, newest first. */
export interface AccountList {
  readonly accounts: readonly StoredAccount[];
  readonly hasMore: boolean;
}

export async function getAccount(
  { reader }: StoreContext,
  id: string,
): Promise<StoredAccount | null> {
  const [account] = await readAccounts(reader, [id]);
  return account ?? null;
}

export async function listAccounts(
  { reader }: StoreContext,
  { after, pin, limit = 20 }: AccountsPage = {},
): Promise<AccountList> {
  const rows = await reader
    .selectFrom("holdfast_accounts")
    .select("id")
    .$if(pin !== undefined, (query) => query.where("pin", "=", pin ?? null))
    .$if(after !== undefined, (query) =>
      query.where(({ refTuple, selectFrom, eb }) =>
        eb(
          refTuple("created_at", "id"),
          "<",
          selectFrom("holdfast_accounts as last")
            .select(["last.created_at", "last.id"])
            .where("last.id", "=", after ?? "")
            .$asTuple("created_at", "id"),
        ),
      ),
    )
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const ids = rows.slice(0, limit).map(({ id }) => id);
  return { accounts: await readAccounts(reader, ids), hasMore: rows.length > limit };
}
