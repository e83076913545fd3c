import { BusyError } from "../errors.js";

/** How long a caller is asked to wait, in seconds. What stands in the way is short. */
const wait = 1;

/**
 * What SQLite and PostgreSQL say where nothing is wrong with a transaction but others were in its
 * way: serialization failure, deadlock, lock not available, too many connections, starting up.
 */
const inTheWay = /^(SQLITE_BUSY.*|SQLITE_LOCKED.*|40001|40P01|55P03|53300|57P03)$/;

/** Runs a unit of work. Throws a BusyError where only others were in its way. */
export async function tellingBusy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isInTheWay(error) ? new BusyError("database_busy", wait, error) : error;
  }
}

function isInTheWay(error: unknown): error is Error {
  return error instanceof Error && "code" in error && inTheWay.test(String(error.code));
}
