import type { Migration } from "../migrate.js";

export const processes: Migration = {
  name: "004-processes",
  async up({ schema }) {
    await schema
      .createTable("holdfast_processes")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("versions", "text", (column) => column.notNull())
      .addColumn("seen_at", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createTable("holdfast_activated_versions")
      .addColumn("version", "text", (column) => column.primaryKey())
      .addColumn("activated_at", "bigint", (column) => column.notNull())
      .execute();
  },
};
