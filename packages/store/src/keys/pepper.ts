import type { StoreContext } from "../context.js";
import { StoreError } from "../errors.js";
import { pepperOfFolder } from "./pepper-file.js";

/** Where a pepper may come from. */
export interface PepperSource {
  readonly pepper?: string;
  readonly dataFolder?: string;
  readonly url?: string;
}

const shortest = 16;

/**
 * The option, else the environment's HOLDFAST_PEPPER, else the data folder's file. In production
 * on PostgreSQL the file does not count: machines that share the database would each make one.
 * @throws StoreError "pepper_missing" or "invalid_argument"
 */
export async function findPepper(
  { pepper, dataFolder, url }: PepperSource,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const given = pepper ?? environment.HOLDFAST_PEPPER;
  if (given !== undefined) return checkLength(given);
  const shared = url !== undefined && environment.NODE_ENV === "production";
  if (dataFolder !== undefined && !shared) return pepperOfFolder(dataFolder);
  throw new StoreError(
    "pepper_missing",
    "API keys are hashed with a pepper, and none is set. Set HOLDFAST_PEPPER to at least 16 random characters (`openssl rand -base64 32` makes some), the same on every machine, and keep it: keys are lost with it.",
  );
}

function checkLength(pepper: string): string {
  if (pepper.length >= shortest) return pepper;
  throw new StoreError(
    "invalid_argument",
    `The pepper (HOLDFAST_PEPPER) needs at least ${shortest} characters, and has ${pepper.length}.`,
  );
}

/**
 * Refuses a pepper that is not the one that this database's keys were hashed with, under which
 * every key would be unknown.
 * @throws StoreError "pepper_mismatch"
 */
export async function checkPepper({ database, hash }: StoreContext): Promise<void> {
  const proof = hash("the pepper of this database");
  await database
    .insertInto("holdfast_settings")
    .values({ name: "pepper_proof", value: proof })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stored = await database
    .selectFrom("holdfast_settings")
    .select("value")
    .where("name", "=", "pepper_proof")
    .executeTakeFirstOrThrow();
  if (stored.value !== proof) {
    throw new StoreError(
      "pepper_mismatch",
      "This database's keys were hashed with another pepper. Set HOLDFAST_PEPPER to the one it was made with.",
    );
  }
}
