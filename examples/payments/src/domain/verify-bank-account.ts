import type { BankAccountRecord } from "../records/index.js";
import { emitSourceEvent } from "./attach.js";
import type { DomainContext } from "./context.js";
import { presentCustomer } from "./customers.js";
import { DomainFailure, invalid } from "./failures.js";
import { areMicroDeposits } from "./network/bank-network.js";
import type { PaymentsDatabase } from "./schema.js";
import { sourceOfCustomer } from "./sources.js";
import { sources } from "./tables.js";
import { writing } from "./transaction.js";

const MOST_ATTEMPTS = 10;

/** Verifies a customer's bank account by the two small amounts (32 and 45) that were deposited to it. */
export async function verifyBankAccount(
  db: PaymentsDatabase,
  context: DomainContext,
  customerId: string,
  id: string,
  amounts: readonly number[],
): Promise<BankAccountRecord> {
  return writing(db, async (db) => {
    await presentCustomer(db, context, customerId, "customer");
    const found = await sources.lock(db, context, id);
    const before = sourceOfCustomer(found, customerId, id, "bank_account");
    if (before.object !== "bank_account") throw new Error(`${id} is no bank account`);
    if (before.status === "verified") {
      throw invalid("bank_account_verified", null, "The bank account is verified already.");
    }
    if (before.status === "verification_failed") {
      const message = "Wrong amounts were given too often; add the bank account anew.";
      throw invalid("bank_account_unusable", null, message);
    }
    const right = areMicroDeposits(amounts);
    const attempts = before.verification_attempts + 1;
    const failed = attempts >= MOST_ATTEMPTS ? "verification_failed" : before.status;
    const after: BankAccountRecord = {
      ...before,
      verification_attempts: attempts,
      status: right ? "verified" : failed,
    };
    await sources.replace(db, after);
    if (after.status !== before.status) {
      await emitSourceEvent(db, context, "updated", before, after);
    }
    if (right) return after;
    throw new DomainFailure(
      {
        kind: "invalid",
        code: "amounts_mismatch",
        param: "amounts",
        message: "These are not the amounts that were deposited.",
      },
      { keepsWrites: true },
    );
  });
}
