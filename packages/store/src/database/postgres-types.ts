import pg from "pg";
import { notStorable } from "./storable.js";

const { INT8, NUMERIC } = pg.types.builtins;

/**
 * Reads large integers and sums as numbers, as SQLite does; `pg` alone gives them as text.
 * A whole number beyond 2^53 is an error rather than another number.
 */
export const postgresTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format !== "binary" && (oid === INT8 || oid === NUMERIC)) return toNumber;
    return pg.types.getTypeParser(oid, format);
  },
};

function toNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw notStorable(`number ${text}, which is beyond 2^53`);
  }
  return number;
}
