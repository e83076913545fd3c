import type { ControlledTransaction, Kysely } from "kysely";

/**
 * Runs `work` in a transaction: committed if it returns, undone if it throws. Unlike the
 * transactions of Kysely's `transaction()`, this one refuses a query that comes after its end,
 * which would otherwise run in whatever holds the connection then.
 */
export async function inTransaction<Tables, T>(
  database: Kysely<Tables>,
  work: (transaction: ControlledTransaction<Tables>) => Promise<T>,
): Promise<T> {
  const transaction = await database.startTransaction().execute();
  try {
    const result = await work(transaction);
    await transaction.commit().execute();
    return result;
  } catch (error) {
    await rollBack(transaction);
    throw error;
  }
}

/** What made the rollback necessary says more than a rollback that fails, as on a broken line. */
async function rollBack<Tables>(transaction: ControlledTransaction<Tables>): Promise<void> {
  try {
    await transaction.rollback().execute();
  } catch {
    // The database undoes what was not committed when the connection ends.
  }
}
