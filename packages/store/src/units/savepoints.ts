import type { ControlledTransaction } from "kysely";

/**
 * Runs a part of a transaction so that it can be undone alone. Parts may nest; side by side they
 * would undo each other.
 */
export function createSavepoints<Tables>(
  transaction: ControlledTransaction<Tables>,
): <T>(part: () => Promise<T>) => Promise<T> {
  let made = 0;
  return async (part) => {
    made += 1;
    const name = `part_${made}`;
    const inPart = await transaction.savepoint(name).execute();
    try {
      const result = await part();
      await inPart.releaseSavepoint(name).execute();
      return result;
    } catch (error) {
      await inPart.rollbackToSavepoint(name).execute();
      await inPart.releaseSavepoint(name).execute();
      throw error;
    }
  };
}
