import * as balance from "./balance.js";
import * as charges from "./charges.js";
import * as customers from "./customers.js";
import * as disputes from "./disputes.js";
import * as events from "./events.js";
import * as refunds from "./refunds.js";
import { bankAccounts, cards, sources, verifyBankAccount, verifySource } from "./sources.js";
import * as tokens from "./tokens.js";

/** Everything that a caller of the payments API can do. */
export const methods = [
  ...Object.values(charges),
  ...Object.values(refunds),
  ...Object.values(customers),
  ...sources.all,
  verifySource,
  ...cards.all,
  ...bankAccounts.all,
  verifyBankAccount,
  ...Object.values(tokens),
  ...Object.values(balance),
  ...Object.values(events),
  ...Object.values(disputes),
];

/** Every method that returns a page. */
export const lists = methods.filter((one) => one.returns.name === "page");
