import { CompiledQuery, type DatabaseConnection, type Driver, SqliteDialect } from "kysely";
import type Libsql from "libsql";
import { createMutex } from "./mutex.js";
import { SqliteConnection } from "./sqlite-connection.js";

/** How long a unit of work queues for the writer before it fails, in milliseconds. */
const queuePatience = 30_000;

/** Kysely's SQLite dialect over our driver. */
export class LibsqlDialect extends SqliteDialect {
  readonly #database: Libsql.Database;

  constructor(database: Libsql.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new LibsqlDriver(this.#database);
  }
}

/** One connection, taken in turns. A transaction holds it from its begin to its end. */
class LibsqlDriver implements Driver {
  readonly #database: Libsql.Database;
  readonly #connection: SqliteConnection;
  readonly #mutex = createMutex(queuePatience);
  #release = () => {};

  constructor(database: Libsql.Database) {
    this.#database = database;
    this.#connection = new SqliteConnection(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#release = await this.#mutex.lock();
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  /** Immediate: a transaction that begins with a read and then writes could fail half way. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  /** SQLite has undone the transaction itself where the disk is full or fails. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint "${name}"`));
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to "${name}"`));
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release "${name}"`));
  }

  async destroy(): Promise<void> {
    this.#database.close();
  }
}
