import { DomainFailure } from "./failures.js";
import type { PaymentsDatabase } from "./schema.js";

/**
 * Runs work that writes: in the caller's transaction if there is one, else in its own, which is
 * committed also when the work refuses with a failure that keeps its writes.
 */
export async function writing<T>(
  db: PaymentsDatabase,
  work: (transaction: PaymentsDatabase) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db);
  const result = await db.transaction().execute(async (transaction) => {
    try {
      return { value: await work(transaction) };
    } catch (error) {
      if (error instanceof DomainFailure && error.keepsWrites) return { refusal: error };
      throw error;
    }
  });
  if ("refusal" in result) throw result.refusal;
  return result.value;
}
