import * as balance from "./balance.js";
import * as charges from "./charges.js";
import * as customers from "./customers.js";
import * as disputes from "./disputes.js";
import * as events from "./events.js";
import * as refunds from "./refunds.js";
import { bankAccounts, cards, sources, verifyBankAccount, verifySource } from "./sources.js";
import * as tokens from "./tokens.js";

/** Everything that a caller of the payments API can do, in the order in which docs list it. */
export const methods = [
  charges.createCharge,
  charges.retrieveCharge,
  charges.updateCharge,
  charges.listCharges,
  charges.captureCharge,
  charges.refundCharge,
  refunds.createRefund,
  refunds.retrieveRefund,
  refunds.updateRefund,
  refunds.listRefunds,
  refunds.createChargeRefund,
  refunds.retrieveChargeRefund,
  refunds.updateChargeRefund,
  refunds.listChargeRefunds,
  customers.createCustomer,
  customers.retrieveCustomer,
  customers.updateCustomer,
  customers.deleteCustomer,
  customers.listCustomers,
  ...sources.all,
  verifySource,
  ...cards.all,
  ...bankAccounts.all,
  verifyBankAccount,
  tokens.createToken,
  tokens.retrieveToken,
  balance.retrieveBalance,
  balance.listBalanceTransactions,
  balance.retrieveBalanceTransaction,
  balance.listBalanceHistory,
  balance.retrieveBalanceHistory,
  events.listEvents,
  events.retrieveEvent,
  disputes.retrieveDispute,
  disputes.listDisputes,
];

/** Every method that returns a page. */
export const lists = methods.filter((one) => one.returns.name === "page");
