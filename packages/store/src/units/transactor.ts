import type { IdempotencyKey, IdempotencyState, Transactor, UnitOfWork } from "holdfast";
import type { ControlledTransaction, Kysely } from "kysely";
import type { StoreContext } from "../context.js";
import type { StoreTables } from "../database/tables.js";
import { claimKey, writeAnswer } from "./answers.js";
import { tellingBusy } from "./busy.js";
import { inTransaction } from "./in-transaction.js";
import { createSavepoints } from "./savepoints.js";

/**
 * Makes the application's services for one unit of work, over the connection that the unit has:
 * what they write is part of it. A unit that reads gets a connection that can only read.
 */
export type ServicesOf<Tables> = (database: Kysely<Tables>) => object;

/** What a transactor needs beside the store itself. */
export interface TransactorOptions<Tables> {
  readonly services: ServicesOf<Tables>;
  /** Keys in flight in this process, shared by all its transactors. */
  readonly inFlight: Set<string>;
  /** Called after a unit that stored an answer. */
  readonly onAnswer: () => void;
}

/** Leaves a transaction, for a key that another machine holds. */
class InFlightElsewhere extends Error {}

export function createTransactor<Tables>(
  context: StoreContext,
  { services, inFlight, onAnswer }: TransactorOptions<Tables>,
): Transactor {
  // The application's tables and the store's stand in one database; each sees its own by type.
  const servicesOver = (database: Kysely<StoreTables>) =>
    services(database as unknown as Kysely<Tables>);

  function reading(idempotency: IdempotencyState): UnitOfWork {
    return {
      services: servicesOver(context.reader),
      idempotency,
      keepAnswer: refuseAnswer,
      savepoint: (part) => part(),
    };
  }

  function writing(
    transaction: ControlledTransaction<StoreTables>,
    idempotency: IdempotencyState,
    keepAnswer: UnitOfWork["keepAnswer"] = refuseAnswer,
  ): UnitOfWork {
    const savepoint = createSavepoints(transaction);
    return { services: servicesOver(transaction), idempotency, keepAnswer, savepoint };
  }

  async function writeClaimed<T>(
    work: (unit: UnitOfWork) => Promise<T>,
    key: IdempotencyKey,
  ): Promise<T> {
    return inTransaction(context.database, async (transaction) => {
      const state = await claimKey(context, transaction, key);
      if (state.state === "in_flight") throw new InFlightElsewhere();
      if (state.state === "answered") return work(writing(transaction, state));
      return work(
        writing(transaction, state, (fingerprint, answer) =>
          writeAnswer(context, transaction, key, fingerprint, answer),
        ),
      );
    });
  }

  async function writeOnce<T>(
    work: (unit: UnitOfWork) => Promise<T>,
    key: IdempotencyKey,
  ): Promise<T> {
    const name = JSON.stringify([key.scope, key.key]);
    if (inFlight.has(name)) return work(reading({ state: "in_flight" }));
    inFlight.add(name);
    try {
      const result = await writeClaimed(work, key);
      onAnswer();
      return result;
    } catch (error) {
      if (!(error instanceof InFlightElsewhere)) throw error;
      return await work(reading({ state: "in_flight" }));
    } finally {
      inFlight.delete(name);
    }
  }

  return {
    write: (work, idempotencyKey) =>
      tellingBusy(() =>
        idempotencyKey !== undefined
          ? writeOnce(work, idempotencyKey)
          : inTransaction(context.database, (transaction) =>
              work(writing(transaction, { state: "new" })),
            ),
      ),
    read: (work) => tellingBusy(() => work(reading({ state: "new" }))),
  };
}

async function refuseAnswer(): Promise<never> {
  throw new Error("An answer can be kept only in a unit of work whose idempotency key is new.");
}
