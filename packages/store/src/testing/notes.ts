import type { UnitOfWork } from "holdfast";
import { type Kysely, sql } from "kysely";
import { type Migration, migrate } from "../migrate.js";
import type { Store } from "../store.js";

/** The records of an application made for tests. */
export interface NoteTables {
  notes: { id: string; text: string };
}

export interface NoteServices {
  readonly notes: Notes;
}

export interface Notes {
  add(id: string, text?: string): Promise<void>;
  /** All ids, in order. */
  ids(): Promise<readonly string[]>;
  /** A query that fails. */
  fail(): Promise<void>;
}

export const noteMigrations: readonly Migration[] = [
  {
    name: "001-notes",
    async up({ schema }) {
      await schema
        .createTable("notes")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("text", "text", (column) => column.notNull())
        .execute();
    },
  },
];

export function noteServices(database: Kysely<NoteTables>): NoteServices {
  return {
    notes: {
      async add(id, text = "") {
        await database.insertInto("notes").values({ id, text }).execute();
      },
      async ids() {
        const rows = await database.selectFrom("notes").select("id").orderBy("id").execute();
        return rows.map(({ id }) => id);
      },
      async fail() {
        await sql`select * from no_such_table`.execute(database);
      },
    },
  };
}

/** Units of work over notes, in a store whose database gets the table. */
export async function noteTransactor(store: Store) {
  await migrate(store, "notes", noteMigrations);
  return store.transactor(noteServices);
}

/** A unit's notes. The pipeline knows services as an object only. */
export function notesOf(unit: UnitOfWork): Notes {
  return (unit.services as NoteServices).notes;
}
