import type { Migration } from "../migrate.js";

export const accounts: Migration = {
  name: "001-accounts",
  async up({ schema }) {
    await schema
      .createTable("holdfast_settings")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("value", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("holdfast_accounts")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("pin", "text")
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("holdfast_accounts_by_age")
      .on("holdfast_accounts")
      .columns(["created_at", "id"])
      .execute();
    await schema
      .createTable("holdfast_pin_changes")
      .addColumn("account_id", "text", (column) =>
        column.notNull().references("holdfast_accounts.id"),
      )
      .addColumn("position", "integer", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .addColumn("from_version", "text")
      .addColumn("to_version", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("holdfast_pin_changes_key", ["account_id", "position"])
      .execute();
    await schema
      .createTable("holdfast_gate_exceptions")
      .addColumn("account_id", "text", (column) =>
        column.notNull().references("holdfast_accounts.id"),
      )
      .addColumn("gate", "text", (column) => column.notNull())
      .addColumn("effect", "text", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .addColumn("who", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("holdfast_gate_exceptions_key", ["account_id", "gate"])
      .execute();
  },
};
