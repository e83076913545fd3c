import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import type Libsql from "libsql";
import { toSqlite } from "./sqlite-values.js";

/** How long a statement waits for another process to end its transaction, in milliseconds. */
const patience = 10_000;

/** How many prepared statements are kept; queries with lists of any length could fill memory. */
const statementsKept = 500;

const changesTables = /^\s*(?:create|alter|drop)\b/i;

interface Prepared {
  readonly statement: Libsql.Statement<[unknown]>;
  readonly reads: boolean;
}

/** One connection to a SQLite file, which keeps its prepared statements. */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: Libsql.Database;
  readonly #statements = new Map<string, Prepared>();

  constructor(database: Libsql.Database) {
    this.#database = database;
  }

  /**
   * A statement that finds the file locked by another process is tried again from outside, so
   * that waiting does not stop the event loop as SQLite's own waiting does. Only the first
   * statement of a transaction can meet a lock, because writing transactions begin immediate.
   */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const values = query.parameters.map(toSqlite);
    const end = Date.now() + patience;
    for (let pause = 1; ; pause = Math.min(pause * 2, 20)) {
      try {
        return this.#execute<Row>(query.sql, values);
      } catch (error) {
        if (!isBusy(error) || this.#database.inTransaction || Date.now() > end) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  // biome-ignore lint/correctness/useYield: it has nothing to give before it refuses
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error("Streaming is not supported on SQLite: its rows are read at once.");
  }

  #execute<Row>(sql: string, values: readonly unknown[]): QueryResult<Row> {
    const { statement, reads } = this.#prepare(sql);
    if (reads) return { rows: statement.all(values) as Row[] };
    const { changes } = statement.run(values);
    if (changesTables.test(sql)) this.#statements.clear();
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement: Libsql.Statement<[unknown]> = this.#database.prepare(sql);
    const prepared = { statement, reads: statement.reader };
    if (this.#statements.size >= statementsKept) this.#statements.clear();
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}
