import type { Migration } from "../migrate.js";

export const answers: Migration = {
  name: "003-answers",
  async up({ schema }) {
    await schema
      .createTable("holdfast_answers")
      .addColumn("scope", "text", (column) => column.notNull())
      .addColumn("idempotency_key", "text", (column) => column.notNull())
      .addColumn("fingerprint", "text", (column) => column.notNull())
      .addColumn("status", "integer", (column) => column.notNull())
      .addColumn("headers", "text", (column) => column.notNull())
      .addColumn("body", "text", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("holdfast_answers_key", ["scope", "idempotency_key"])
      .execute();
    await schema
      .createIndex("holdfast_answers_by_expiry")
      .on("holdfast_answers")
      .column("expires_at")
      .execute();
  },
};
