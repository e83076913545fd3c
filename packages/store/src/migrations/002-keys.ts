import type { Migration } from "../migrate.js";

export const keys: Migration = {
  name: "002-keys",
  async up({ schema }) {
    await schema
      .createTable("holdfast_keys")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("account_id", "text", (column) =>
        column.notNull().references("holdfast_accounts.id"),
      )
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("mode", "text", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull().unique())
      .addColumn("prefix", "text", (column) => column.notNull())
      .addColumn("last_four", "text", (column) => column.notNull())
      .addColumn("pin", "text")
      .addColumn("permissions", "text")
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("expires_at", "bigint")
      .addColumn("revoked_at", "bigint")
      .execute();
    await schema
      .createIndex("holdfast_keys_by_account")
      .on("holdfast_keys")
      .columns(["account_id", "created_at"])
      .execute();
  },
};
