import type { SourceRecord, TokenRecord } from "../records/index.js";
import type { DomainContext } from "./context.js";
import { checkedCurrency } from "./currencies.js";
import { invalid, missing, missingParam } from "./failures.js";
import { type BankAccountInput, makeBankAccount } from "./network/bank-network.js";
import type { CardInput } from "./network/examine-card.js";
import { makeCard } from "./network/make-card.js";
import { cardOfTestToken } from "./network/test-token.js";
import type { PaymentsDatabase } from "./schema.js";
import { tokens } from "./tables.js";
import { writing } from "./transaction.js";

export interface CreateTokenInput {
  readonly card?: CardInput | undefined;
  readonly bank_account?: BankAccountInput | undefined;
  readonly client_ip?: string | null | undefined;
  /** Kept for versions before 2012-06-18. */
  readonly amount?: number | undefined;
  /** Kept for versions before 2012-06-18. */
  readonly currency?: string | undefined;
  /** Leaves checking the card's details to the charge, as versions before 2011-09-15 did. */
  readonly check_at_use?: boolean | undefined;
}

/** Puts a card or bank account under a token. */
export async function createToken(
  db: PaymentsDatabase,
  context: DomainContext,
  input: CreateTokenInput,
): Promise<TokenRecord> {
  const { card, bank_account } = input;
  if (card !== undefined && bank_account !== undefined) {
    throw invalid(null, "bank_account", "Give card or bank_account, not both.");
  }
  if (card === undefined && bank_account === undefined) throw missingParam("card");
  const options = { at: "card", checkAtUse: input.check_at_use };
  const token: TokenRecord = {
    id: context.newId("tok"),
    object: "token",
    account: context.account,
    livemode: context.livemode,
    amount: input.amount ?? null,
    bank_account: bank_account ? makeBankAccount(context, bank_account, "bank_account") : null,
    card: card ? makeCard(context, card, options) : null,
    client_ip: input.client_ip ?? null,
    created: context.now(),
    currency: input.currency === undefined ? null : checkedCurrency(input.currency),
    type: card ? "card" : "bank_account",
    used: false,
  };
  await tokens.insert(db, token);
  return token;
}

export async function retrieveToken(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
): Promise<TokenRecord> {
  const token = await tokens.find(db, context, id);
  if (token === undefined) throw missing("token", id, "id");
  return token;
}

/** Takes the card or bank account out of a token, once; the simulator's own tokens never run out. */
export async function useToken(
  db: PaymentsDatabase,
  context: DomainContext,
  id: string,
  param: string,
): Promise<SourceRecord> {
  const testCard = cardOfTestToken(context, id);
  if (testCard !== undefined) return testCard;
  return writing(db, async (db) => {
    const token = await tokens.lock(db, context, id);
    if (token === undefined) throw missing("token", id, param);
    if (token.used) {
      throw invalid("token_already_used", param, `The token '${id}' was used before.`);
    }
    await tokens.replace(db, { ...token, used: true });
    const source = token.card ?? token.bank_account;
    if (source === null) throw new Error(`token ${id} holds nothing`);
    return source;
  });
}
