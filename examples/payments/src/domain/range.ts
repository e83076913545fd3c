import { type Expression, expressionBuilder, type SqlBool } from "kysely";

/** A moment in unix seconds, or bounds around one. */
export type TimeRange =
  | number
  | {
      readonly gt?: number | undefined;
      readonly gte?: number | undefined;
      readonly lt?: number | undefined;
      readonly lte?: number | undefined;
    };

const OPERATORS = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

/** The conditions that hold a time column to a range; none for no range. */
export function within(
  column: "created" | "available_on",
  range: TimeRange | undefined,
): Expression<SqlBool>[] {
  if (range === undefined) return [];
  const eb = expressionBuilder<{ record: Record<"created" | "available_on", number> }, "record">();
  if (typeof range === "number") return [eb(column, "=", range)];
  return (["gt", "gte", "lt", "lte"] as const).flatMap((bound) => {
    const value = range[bound];
    return value === undefined ? [] : [eb(column, OPERATORS[bound], value)];
  });
}
